/* import-plan.h: what a file is, and what bringing it in would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "exchange-errors.h"
#include "project.h"
#include "travel-times.h"

G_BEGIN_DECLS

typedef enum
{
  BL_IMPORT_UNKNOWN,
  BL_IMPORT_LIBRARIES,
  BL_IMPORT_AREAS,  /* outlines */
  BL_IMPORT_POINTS, /* a place for each area */
  BL_IMPORT_VALUES, /* figures joined to areas by code */
  BL_IMPORT_FIGURES, /* visits, loans … of libraries, by month or year */
  BL_IMPORT_MEMBERS, /* people who use a library, by the area they live in */
  BL_IMPORT_NETWORK, /* roads and paths */
  BL_IMPORT_STOPS, /* where a mobile library stops, and when */
  BL_IMPORT_TRAVEL, /* ready-made times between areas and libraries */
  BL_IMPORT_POSTCODES,
  BL_IMPORT_ISOCHRONES, /* published outlines of what is reached in a time */
  BL_IMPORT_SERIES, /* values over time, or of many authorities */
  BL_IMPORT_N_KINDS
} BlImportKind;

/**
 * BlImportOptions: what the user has said; zeroed is "find out".
 */
typedef struct
{
  BlImportKind kind;
  const char *encoding;    /* "UTF-8", "windows-1252" … */
  const char *service;     /* name or code for a project without a service */
  int year;                /* of a library edition; sets the project's year */
  const char *code_field, *name_field, *x_field, *y_field, *crs;
  char *const *values;     /* "NAME=FIELD", NULL-terminated */
  BlValueKind value_kind;
  BlFigureKind figure_kind; /* what the columns of months count */
  const char *period;       /* of figures without one: "2023-24" */
  const char *measure;      /* of series: a base measure of the dictionary, or an indicator */
  const char *place;        /* of series: whose all of it is, a library or a code */
  char *const *libraries;   /* "NAME=LIBRARY": names of the file that are libraries under another name, NULL-terminated */
  double margin;            /* metres round the areas that roads are taken from; 0 is 10 km */
  BlTravelBy by;             /* of travel times and outlines */
  const char *when;          /* of travel times: "Tuesday 8:00 to 10:00" */
  gboolean minutes, seconds; /* what the times are in, where the heading does not say */
  const char *source, *date, *geography, *licence;
  GBytes *text;            /* what was pasted or came by standard input, instead of a file: its path is a name for it then */
  gboolean must_name;      /* nothing comes in before @source is said, or known of what it is */
  gboolean origin_as_said; /* what of these nobody said is not known, however well the file is known */
} BlImportOptions;

/**
 * BlImportColumn: one column of the file and where it goes.
 */
#define BL_TYPE_IMPORT_COLUMN (bl_import_column_get_type ())
G_DECLARE_FINAL_TYPE (BlImportColumn, bl_import_column, BL, IMPORT_COLUMN, GObject)
/* Properties: "name", "example" ("LAL, CL, ICL, CRL"), "target" (id of a target, or NULL for
 * "leave out"), "note" ("6 rows are empty"), "attention" (boolean). */
const char *bl_import_column_get_name (BlImportColumn *self);
const char *bl_import_column_get_example (BlImportColumn *self);
const char *bl_import_column_get_target (BlImportColumn *self);
const char *bl_import_column_get_note (BlImportColumn *self);
gboolean bl_import_column_get_attention (BlImportColumn *self);

/**
 * BlImportMend: one row that needs a look, with what will be done.
 */
#define BL_TYPE_IMPORT_MEND (bl_import_mend_get_type ())
G_DECLARE_FINAL_TYPE (BlImportMend, bl_import_mend, BL, IMPORT_MEND, GObject)
/* Properties: "row" (record number + 1), "line" (physical), "record" ("Blakelaw"), "field", "reason"
 * ("“Community Cafï¿½” holds a damaged letter"), "remedy" ("Change to “Café”"),
 * "accepted" (boolean, writable: FALSE brings the row in as it stands; for a
 * remedy that keeps what the file says, FALSE keeps what the project says).
 * Nearly all start accepted. What cannot come in as it stands and cannot be
 * mended without loss (a ragged row, text in a number, a code twice with
 * different figures, a place outside Great Britain) starts not accepted, and
 * the plan cannot be applied until the user says yes, mends the file or
 * leaves the column out. */
guint bl_import_mend_get_row (BlImportMend *self);
const char *bl_import_mend_get_record (BlImportMend *self);
const char *bl_import_mend_get_reason (BlImportMend *self);
const char *bl_import_mend_get_remedy (BlImportMend *self);
gboolean bl_import_mend_get_accepted (BlImportMend *self);
void bl_import_mend_set_accepted (BlImportMend *self, gboolean accepted);

/**
 * BlImportReport: what came of it (or would).
 */
typedef struct
{
  guint read, added, updated, skipped, elsewhere; /* read = added + updated + unchanged + skipped + elsewhere */
  guint unchanged;
  guint nearby;        /* neighbouring libraries kept */
  GPtrArray *reasons;  /* BlImportReason */
  GPtrArray *warnings; /* BlImportWarning */
} BlImportReport;
typedef struct
{
  char *reason;
  guint rows, first_row;
} BlImportReason;
typedef struct
{
  guint row;
  char *field, *message;
} BlImportWarning;
BlImportReport *bl_import_report_new (void);
void bl_import_report_free (BlImportReport *report);
/* Adds what came of one file to what came of several; @file (may be NULL) stands before each reason and warning. */
void bl_import_report_add (BlImportReport *sum, const BlImportReport *one, const char *file);
/* A warning that is of no row. */
void bl_import_report_tell (BlImportReport *report, const char *file, const char *message);

/**
 * BlImportPlan: a file read and understood, not yet brought in. Made in a
 * thread from what the caller copied out of the project (its service, ids of
 * columns …); applied on the main thread in one transaction, all or nothing.
 */
#define BL_TYPE_IMPORT_PLAN (bl_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (BlImportPlan, bl_import_plan, BL, IMPORT_PLAN, GObject)

/* Reads @path. @project is read on the calling thread only. Blocking; the file is read once. */
BlImportPlan *bl_import_plan_new (BlProject *project, const char *path, const BlImportOptions *options,
                                  GCancellable *cancellable, GError **error);
/* The same with the reading done in a thread. */
void bl_import_plan_new_async (BlProject *project, const char *path, const BlImportOptions *options,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
BlImportPlan *bl_import_plan_new_finish (GAsyncResult *result, GError **error);

BlImportKind bl_import_plan_get_kind (BlImportPlan *self);
/* What a table could be taken for, the likeliest first, its kind of now among them; how many, at least one. To take it for another,
 * read it again with that as the kind of the options. */
#define BL_IMPORT_MOST_KINDS 4
guint bl_import_plan_get_kinds (BlImportPlan *self, BlImportKind kinds[BL_IMPORT_MOST_KINDS]);
/* Whether it was pasted, so that there is no file. */
gboolean bl_import_plan_is_pasted (BlImportPlan *self);
/* "Arts Council basic dataset of libraries, 2023". */
const char *bl_import_plan_get_title (BlImportPlan *self);
/* "newcastle_city_council.csv: 21 rows, 31 columns, UTF-8, commas". */
const char *bl_import_plan_get_summary (BlImportPlan *self);
/* Sentences about what would come in, where there are no columns to look at: a road network's length and size, what is
 * left out. NULL-terminated, may be empty. */
const char *const *bl_import_plan_get_findings (BlImportPlan *self);
/* GListModel of BlImportColumn, in the file's order. */
GListModel *bl_import_plan_get_columns (BlImportPlan *self);
/* Targets a column can go to, NULL-terminated ids; and the title of one. */
const char *const *bl_import_plan_get_targets (BlImportPlan *self);
const char *bl_import_plan_get_target_title (BlImportPlan *self, const char *target);
/* @target NULL leaves the column out. Works the rows through again. */
void bl_import_plan_set_target (BlImportPlan *self, guint column, const char *target);
/* The first rows as they stand in the file: cells of row @row (0 …), NULL past the sample. */
const char *const *bl_import_plan_get_sample_row (BlImportPlan *self, guint row);
/* GListModel of BlImportMend. */
GListModel *bl_import_plan_get_mends (BlImportPlan *self);
/* What applying would do now. Owned by the plan. NULL with an error where it cannot be applied. */
const BlImportReport *bl_import_plan_preview (BlImportPlan *self, GError **error);
/* Brings it in, in one transaction ("Import libraries from FILE"), or changes nothing. */
BlImportReport *bl_import_plan_apply (BlImportPlan *self, BlProject *project, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlImportReport, bl_import_report_free)

G_END_DECLS
