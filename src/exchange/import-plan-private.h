/* import-plan-private.h: what the files that make up an import plan share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-figures.h"
#include "import-plan.h"
#include "import-snapshot.h"
#include "layer.h"
#include "postcode-file.h"
#include "roads-read.h"
#include "recognise.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * BlImportVerbs: what each kind of import does. @work reads nothing but the
 * plan (rows, columns, snapshot, mends) and fills its report, notes and mends;
 * an error says why it cannot be applied. @apply writes into the project
 * inside an open transaction. @step names the transaction.
 */
typedef struct
{
  BlImportWork *(*work) (BlImportPlan *plan, GError **error);
  void (*free) (BlImportWork *work);
  gboolean (*apply) (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error);
} BlImportVerbs;

extern const BlImportVerbs bl_import_libraries_verbs, bl_import_areas_verbs, bl_import_points_verbs,
    bl_import_values_verbs, bl_import_library_figures_verbs, bl_import_members_verbs,
    bl_import_network_verbs, bl_import_stops_verbs, bl_import_travel_verbs,
    bl_import_postcodes_verbs, bl_import_isochrones_verbs, bl_import_series_verbs;

struct _BlImportPlan
{
  GObject parent_instance;

  /* What was asked. Strings are the plan's own. */
  BlImportOptions options;
  char *path, *file;

  /* What the file is. */
  BlImportKind kind;
  BlRecognition seen;
  BlSheet *sheet;      /* of tables; NULL for areas */
  BlLayerInfo *info;   /* of areas; NULL for tables */
  BlLayer *layer;
  BlPostcodeFile *postcodes; /* of postcodes, which have no sheet */
  gboolean has_header;       /* of postcodes */
  BlRoadsFile *roads;  /* of a road network */
  gboolean clipped;    /* to what is near the areas and libraries */
  GPtrArray *findings; /* of char * */
  char *summary;

  BlImportSnapshot *snapshot;
  GListStore *columns, *mends;
  GPtrArray *targets; /* interned ids, NULL at the end */
  GPtrArray *samples; /* of const char **: rows as they stand */

  /* What comes of it. */
  const BlImportVerbs *verbs;
  BlImportWork *work;
  BlImportReport *report;
  GError *refusal;
  gboolean stale;

  /* While working: the mends of this round, and those of the last by their key. */
  GPtrArray *new_mends;
  GHashTable *old_mends;
  guint n_refusals;
  char *first_refusal;

  /* By number of column: BlImportFigure, what the user said of it; NULL for nothing yet. */
  GHashTable *figures;
};

/* --- Reading -------------------------------------------------------------- */

/* Opens the file, finds out what it is and matches its columns. In any thread. */
gboolean bl_import_plan_read (BlImportPlan *self, GCancellable *cancellable, GError **error);
/* An error of the readers of maps and roads, in our words; takes @wrong. */
void bl_import_plan_take_geo_error (GError **error, GError *wrong);
/* Reads outlines again by the columns now chosen. */
gboolean bl_import_plan_read_layer (BlImportPlan *self, GCancellable *cancellable, GError **error);

/* Reads a file of postcodes with these headings; and again by the columns now chosen. */
gboolean bl_import_plan_read_postcodes (BlImportPlan *self, char **headings, gboolean header, GCancellable *cancellable,
                                        GError **error);
gboolean bl_import_plan_read_postcodes_again (BlImportPlan *self, GCancellable *cancellable, GError **error);

/* --- Columns -------------------------------------------------------------- */

BlImportColumn *bl_import_column_new (const char *name);
void bl_import_column_set_example (BlImportColumn *self, const char *example);
void bl_import_column_set_target (BlImportColumn *self, const char *target);
/* Takes @note. */
void bl_import_column_take_note (BlImportColumn *self, char *note, gboolean attention);

/* Matches the columns of a table by their names, then as the options say; an error lists what columns there are. */
gboolean bl_import_plan_choose_columns (BlImportPlan *self, GError **error);
void bl_import_plan_add_target (BlImportPlan *self, const char *target);
/* Sends @column to @target, taking it from the column that had it. */
void bl_import_plan_place_target (BlImportPlan *self, guint column, const char *target);
/* The same for the column called @name; NULL is none. */
gboolean bl_import_plan_place_named (BlImportPlan *self, const char *name, const char *target, GError **error);
/* Columns of months that count the same as @column go with it to @target. */
void bl_import_plan_spread_target (BlImportPlan *self, guint column, const char *target);
/* Column that goes to @target, or -1. */
int bl_import_plan_find_target (BlImportPlan *self, const char *target);
const char *bl_import_plan_column_target (BlImportPlan *self, guint column);
BlImportColumn *bl_import_plan_get_column (BlImportPlan *self, guint column);

/* --- Mends ---------------------------------------------------------------- */

/* Says that @row (of the sheet) needs a look, and answers whether the remedy
 * is to be applied: what the user said, else yes. */
gboolean bl_import_plan_mend (BlImportPlan *self, guint row, const char *record, const char *field,
                              const char *reason, const char *remedy);
/* The same for what cannot come in as it stands: no until the user says yes,
 * and while it is no the plan cannot be applied. @refusal: what is wrong and
 * what to do, for an error message; the place in the file is put before it. */
gboolean bl_import_plan_refuse (BlImportPlan *self, guint row, const char *record, const char *field,
                                const char *reason, const char *remedy, const char *refusal);

/* The same for what comes in either way: no until the user says yes. */
gboolean bl_import_plan_offer (BlImportPlan *self, guint row, const char *record, const char *field,
                               const char *reason, const char *remedy);

/* Puts the mends of this round into the list people see, touching it only where it differs. */
void bl_import_plan_show_mends (BlImportPlan *self);

/* --- Report --------------------------------------------------------------- */

BlImportReport *bl_import_report_copy (const BlImportReport *report);
/* One more row for @reason; @row is its number. */
void bl_import_report_reason (BlImportReport *report, const char *reason, guint row);
/* The same for @n rows of which @row is the first. */
void bl_import_report_reasons (BlImportReport *report, const char *reason, guint row, guint n);
void bl_import_report_warn (BlImportReport *report, guint row, const char *field, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* --- Shared by tables ------------------------------------------------------ */

/* Ragged rows, lost quotes, other sheets: refusals and warnings that every table has. TRUE for a row to be left out. */
gboolean *bl_import_plan_check_rows (BlImportPlan *self, BlImportReport *report);
/* Whether no cell of @row holds anything. */
gboolean bl_import_plan_row_is_empty (BlImportPlan *self, guint row);
/* Says of each column that goes nowhere that it does not come in. */
void bl_import_plan_note_left_out (BlImportPlan *self);
/* Of series: which columns are measures, by their heading, the file's name and what was said. */
gboolean bl_import_series_choose (BlImportPlan *self, GError **error);
/* Of travel times: which column is the area's, and which are libraries. */
void bl_import_travel_choose (BlImportPlan *self);
/* Whether at least half of the columns are libraries of the project. */
gboolean bl_import_travel_is_wide (BlImportPlan *self);
/* The means of travel that a text such as "foot-walking" names. */
BlTravelBy bl_import_travel_read_by (const char *text);
/* "a, b, c": the columns' names, for messages. */
char *bl_import_plan_list_columns (BlImportPlan *self);
/* What the user said of where it comes from, else what is known of a file recognised, else NULL. */
const char *bl_import_plan_source (BlImportPlan *self);
const char *bl_import_plan_date (BlImportPlan *self);
const char *bl_import_plan_geography (BlImportPlan *self);
const char *bl_import_plan_licence (BlImportPlan *self);

/* Geography, source, date and licence of the areas themselves, where the project has none yet. */
void bl_import_plan_set_areas_source (BlImportPlan *plan, BlRecord *areas);

G_END_DECLS
