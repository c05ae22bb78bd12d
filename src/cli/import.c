/* import.c: branchline-cli import: published files into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "geometry.h"
#include "import-plan.h"
#include "output.h"
#include "pasted.h"
#include "text.h"

/* Warnings told one by one; JSON has them all. */
#define WARNINGS_SHOWN 10
/* Files in one call: a map of walking times has one for each library. */
#define MAX_FILES 1000

/* What was asked for, as the options said it. */
typedef struct
{
  BlImportOptions import;
  char *kind, *encoding, *service, *code, *name, *x, *y, *crs, *source, *date, *geography, *licence;
  char *author, *period, *by, *when, *unit, *measure, *place;
  char **values, **libraries;
  int year;
  double thin, around;
} Options;

static void
options_clear (Options *options)
{
  char **texts[] = { &options->kind, &options->encoding, &options->service, &options->code,      &options->name,
                     &options->x,    &options->y,        &options->crs,     &options->source,    &options->date,
                     &options->geography, &options->licence,       &options->author,  &options->period,
                     &options->by,   &options->when,     &options->unit,    &options->measure, &options->place };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&options->values, g_strfreev);
  g_clear_pointer (&options->libraries, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const struct
{
  const char *verb;
  BlImportKind kind;
} verbs[] = {
  { "libraries", BL_IMPORT_LIBRARIES },
  { "areas", BL_IMPORT_AREAS },
  { "points", BL_IMPORT_POINTS },
  { "values", BL_IMPORT_VALUES },
  { "figures", BL_IMPORT_FIGURES },
  { "members", BL_IMPORT_MEMBERS },
  { "network", BL_IMPORT_NETWORK },
  { "stops", BL_IMPORT_STOPS },
  { "travel", BL_IMPORT_TRAVEL },
  { "postcodes", BL_IMPORT_POSTCODES },
  { "isochrones", BL_IMPORT_ISOCHRONES },
  { "series", BL_IMPORT_SERIES },
};

static gboolean
read_kind (const char *text, BlValueKind *kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_VALUE_KIND);
  GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (klass, text) : NULL;

  *kind = value != NULL ? (BlValueKind) value->value : BL_VALUE_KIND_UNKNOWN;
  return text == NULL || *kind != BL_VALUE_KIND_UNKNOWN;
}

static gboolean
read_by (const char *text, BlTravelBy *by)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_TRAVEL_BY);
  GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (klass, text) : NULL;

  *by = value != NULL ? (BlTravelBy) value->value : BL_TRAVEL_BY_UNKNOWN;
  return text == NULL || *by != BL_TRAVEL_BY_UNKNOWN;
}

/* What the months of a table of figures count. */
static gboolean
read_figure_kind (const char *text, BlFigureKind *kind)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (BL_TYPE_FIGURE_KIND);
  GEnumValue *value = text != NULL ? g_enum_get_value_by_nick (klass, text) : NULL;

  *kind = value != NULL ? (BlFigureKind) value->value : BL_FIGURE_UNKNOWN;
  return text == NULL || *kind != BL_FIGURE_UNKNOWN;
}

/* An option given where it means nothing is a slip worth a word, not something to pass over. */
static const char *
find_misplaced (const Options *options, BlImportKind kind)
{
  const struct
  {
    const char *name;
    gboolean given;
    guint kinds;
  } rules[] = {
    { "--service", options->service != NULL, 1u << BL_IMPORT_LIBRARIES },
    { "--year", options->year != 0, 1u << BL_IMPORT_LIBRARIES },
    { "--code", options->code != NULL, 1u << BL_IMPORT_AREAS | 1u << BL_IMPORT_POINTS | 1u << BL_IMPORT_VALUES | 1u << BL_IMPORT_MEMBERS
                                           | 1u << BL_IMPORT_TRAVEL | 1u << BL_IMPORT_POSTCODES | 1u << BL_IMPORT_ISOCHRONES },
    { "--name", options->name != NULL, 1u << BL_IMPORT_AREAS | 1u << BL_IMPORT_POINTS },
    { "--x", options->x != NULL, 1u << BL_IMPORT_POINTS | 1u << BL_IMPORT_POSTCODES },
    { "--y", options->y != NULL, 1u << BL_IMPORT_POINTS | 1u << BL_IMPORT_POSTCODES },
    { "--by", options->by != NULL, 1u << BL_IMPORT_TRAVEL | 1u << BL_IMPORT_ISOCHRONES },
    { "--when", options->when != NULL, 1u << BL_IMPORT_TRAVEL },
    { "--unit", options->unit != NULL, 1u << BL_IMPORT_TRAVEL | 1u << BL_IMPORT_ISOCHRONES },
    { "--crs", options->crs != NULL, 1u << BL_IMPORT_AREAS | 1u << BL_IMPORT_POINTS | 1u << BL_IMPORT_STOPS
                                         | 1u << BL_IMPORT_ISOCHRONES },
    { "--value", options->values != NULL, 1u << BL_IMPORT_VALUES | 1u << BL_IMPORT_SERIES },
    { "--measure", options->measure != NULL, 1u << BL_IMPORT_SERIES },
    { "--place", options->place != NULL, 1u << BL_IMPORT_SERIES },
    { "--kind", options->kind != NULL, 1u << BL_IMPORT_VALUES | 1u << BL_IMPORT_FIGURES },
    { "--period", options->period != NULL, 1u << BL_IMPORT_FIGURES | 1u << BL_IMPORT_SERIES },
    { "--library", options->libraries != NULL, 1u << BL_IMPORT_FIGURES | 1u << BL_IMPORT_MEMBERS
                                                     | 1u << BL_IMPORT_TRAVEL | 1u << BL_IMPORT_SERIES },
    { "--thin", options->thin != 0, 1u << BL_IMPORT_AREAS },
    { "--around", options->around != 0, 1u << BL_IMPORT_NETWORK },
    { "--encoding", options->encoding != NULL, ~(1u << BL_IMPORT_NETWORK) },
    { "--geography", options->geography != NULL, ~(1u << BL_IMPORT_NETWORK) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].given && (rules[i].kinds & 1u << kind) == 0)
      return rules[i].name;
  return NULL;
}

/* --- Answers ---------------------------------------------------------------- */

static void
answer_json (const BlImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  bl_json_count (builder, "read", report->read);
  bl_json_count (builder, "added", report->added);
  bl_json_count (builder, "updated", report->updated);
  bl_json_count (builder, "unchanged", report->unchanged);
  bl_json_count (builder, "skipped", report->skipped);
  bl_json_count (builder, "elsewhere", report->elsewhere);
  bl_json_count (builder, "nearby", report->nearby);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->reasons->len; i++)
    {
      const BlImportReason *reason = g_ptr_array_index (report->reasons, i);

      json_builder_begin_object (builder);
      bl_json_text (builder, "reason", reason->reason);
      bl_json_count (builder, "rows", reason->rows);
      bl_json_count (builder, "first_row", reason->first_row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);

      json_builder_begin_object (builder);
      bl_json_number (builder, "row", warning->row > 0 ? warning->row : NAN);
      bl_json_text (builder, "field", warning->field);
      bl_json_text (builder, "message", warning->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
add_count (BlOutputTable *table, const char *label, guint number)
{
  g_autofree char *text = bl_text_number (number, 0);

  bl_output_table_add (table, label, text);
}

static void
answer_text (const char *title, const BlImportReport *report)
{
  BlOutputTable *table = bl_output_table_new ("lr");
  guint shown = MIN (report->warnings->len, WARNINGS_SHOWN);

  bl_output_text ("%s\n\n", title);
  add_count (table, _("Read"), report->read);
  add_count (table, _("Added"), report->added);
  add_count (table, _("Updated"), report->updated);
  add_count (table, _("Unchanged"), report->unchanged);
  add_count (table, _("Skipped"), report->skipped);
  add_count (table, _("Elsewhere"), report->elsewhere);
  if (report->nearby > 0)
    add_count (table, _("Kept as libraries nearby"), report->nearby);
  bl_output_table_finish (table, FALSE);
  if (report->reasons->len > 0)
    bl_output_text ("\n");
  for (guint i = 0; i < report->reasons->len; i++)
    {
      const BlImportReason *reason = g_ptr_array_index (report->reasons, i);
      g_autofree char *rows = bl_text_number (reason->rows, 0);

      bl_output_text (ngettext ("%s row (row %u): %s\n", "%s rows (first: row %u): %s\n", reason->rows), rows,
                      reason->first_row, reason->reason);
    }
  if (shown > 0)
    bl_output_text ("\n");
  for (guint i = 0; i < shown; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);

      if (warning->row > 0)
        bl_output_text (_("Row %u: %s\n"), warning->row, warning->message);
      else
        bl_output_text ("%s\n", warning->message);
    }
  if (report->warnings->len > shown)
    bl_output_text (ngettext ("and %u more; --json lists it.\n", "and %u more; --json lists them.\n",
                              report->warnings->len - shown),
                    report->warnings->len - shown);
}

/* --- The command ------------------------------------------------------------ */

/* Outlines with fewer points, shared edges kept shared; centroids stay those of the file. */
static void
thin_outlines (BlProject *project, double metres)
{
  BlAreas *areas = bl_project_get_areas (project);
  BlTable *outlines = areas != NULL ? bl_record_get_table (BL_RECORD (areas), "outlines") : NULL;
  g_autoptr (BlTable) thinned = NULL;

  if (outlines == NULL)
    return;
  thinned = bl_outlines_simplify (bl_table_get_outlines (outlines), metres);
  bl_project_begin (project, _("Thin the outlines"));
  bl_record_set_table (BL_RECORD (areas), "outlines", thinned);
  bl_project_commit (project);
}

/* What comes by standard input, to be read as a table; as much as pasting takes. */
static GBytes *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 block[65536];
  size_t n;

  while (bytes->len <= BL_PASTED_MOST && (n = fread (block, 1, sizeof block, stdin)) > 0)
    g_byte_array_append (bytes, block, (guint) n);
  return g_byte_array_free_to_bytes (bytes);
}

static BlExit
bring_in (const char *path, char **files, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = bl_command_open (path, &exit);
  g_autoptr (BlImportPlan) plan = NULL;
  g_autoptr (BlImportReport) report = bl_import_report_new ();
  g_autoptr (GError) error = NULL;
  BlProject *project;

  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  if (!bl_command_sign (project, options->author))
    return BL_EXIT_USAGE;
  /* Nothing is saved before the last of them is in. */
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (BlImportReport) one = NULL;
      g_autoptr (GBytes) text = g_str_equal (files[i], "-") ? read_input () : NULL;
      const char *file = text != NULL ? _("standard input") : files[i];
      BlImportOptions import = options->import;

      import.text = text;
      g_clear_object (&plan);
      plan = bl_import_plan_new (project, file, &import, NULL, &error);
      if (plan != NULL)
        one = bl_import_plan_apply (plan, project, &error);
      if (one == NULL)
        return bl_command_fail_error (error, file);
      bl_import_report_add (report, one, NULL);
    }
  if (options->thin > 0)
    thin_outlines (project, options->thin);
  if (bl_project_get_modified (project))
    exit = bl_command_save (document, NULL);
  if (exit != BL_EXIT_DONE)
    return exit;
  if (bl_command_wants_json ())
    answer_json (report);
  else
    answer_text (bl_import_plan_get_title (plan), report);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "service", 0, 0, G_OPTION_ARG_STRING, &options.service,
      N_("Libraries: whose rows to take, for a project without a service"), N_("SERVICE") },
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year,
      N_("Libraries: the year whose operation says what is open (default the newest in the file)"), N_("YEAR") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_("Areas, points, values, members, travel: the column of the area’s code; postcodes: of the postcode; isochrones: of "
         "the time"),
      N_("FIELD") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("Areas, points: the column of the area’s name"),
      N_("FIELD") },
    { "x", 0, 0, G_OPTION_ARG_STRING, &options.x, N_("Points, postcodes: the column of the easting or longitude"),
      N_("FIELD") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &options.y, N_("Points, postcodes: the column of the northing or latitude"),
      N_("FIELD") },
    { "crs", 0, 0, G_OPTION_ARG_STRING, &options.crs,
      N_("Areas, points, stops, isochrones: the coordinate system, EPSG:27700 or EPSG:4326, where the file does not say"), N_("CRS") },
    { "value", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.values,
      N_("Values, series: a name, or a measure, and its column; may be repeated"), N_("NAME=FIELD") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure,
      N_("Series: the measure of the dictionary the values are, where the file does not say"), N_("ID") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place,
      N_("Series: the library, point or authority (by its code) that all of it is of"), N_("PLACE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind,
      N_("Values: count, rate, rank or decile; figures: visits, loans, members, computer-hours, enquiries or "
         "attendances, where the file does not say"),
      N_("KIND") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period,
      N_("Figures, series: the year they are for, where the file does not say: 2023-24"), N_("YEAR") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by,
      N_("Travel, isochrones: walk, cycle, drive or public, where the file does not say"), N_("MEANS") },
    { "when", 0, 0, G_OPTION_ARG_STRING, &options.when, N_("Travel: the time of day the times are for"), N_("TEXT") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit,
      N_("Travel, isochrones: minutes or seconds, where the file does not say"), N_("UNIT") },
    { "library", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.libraries,
      N_("Figures, members, travel, series: a name in the file and the library it means; may be repeated"), N_("NAME=LIBRARY") },
    { "thin", 0, 0, G_OPTION_ARG_DOUBLE, &options.thin,
      N_("Areas: leave out points that change the outline by less; shared edges stay shared"), N_("METRES") },
    { "around", 0, 0, G_OPTION_ARG_DOUBLE, &options.around,
      N_("Network: how far round the areas and libraries roads are taken (default 10000)"), N_("METRES") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_("How the letters are written, where it is not UTF-8: windows-1252, say"), N_("NAME") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_("Who published the figures"), N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("When they were so: mid-2019, say"), N_("TEXT") },
    { "geography", 0, 0, G_OPTION_ARG_STRING, &options.geography, N_("Which areas: LSOA 2011, say"), N_("TEXT") },
    { "licence", 0, 0, G_OPTION_ARG_STRING, &options.licence, N_("On what terms"), N_("TEXT") },
    BL_COMMAND_AUTHOR (options.author),
    { NULL },
  };
  const char *misplaced;
  BlImportOptions *import = &options.import;

  if (!bl_command_parse_between (&bl_command_import, entries, &arguments, 3, MAX_FILES + 2))
    return BL_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (arguments[2], verbs[i].verb))
      import->kind = verbs[i].kind;
  if (import->kind == BL_IMPORT_UNKNOWN)
    return bl_command_fail (BL_EXIT_USAGE, _("Nothing called “%s” can be imported: say libraries, areas, points, "
                                             "values, figures, members, network, "
                                             "stops, travel, postcodes, isochrones or series. Try “branchline-cli import --help”."),
                            arguments[2]);
  misplaced = find_misplaced (&options, import->kind);
  if (misplaced != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("%s means nothing when %s are imported."), misplaced, arguments[2]);
  if (import->kind == BL_IMPORT_FIGURES && !read_figure_kind (options.kind, &import->figure_kind))
    return bl_command_fail (BL_EXIT_USAGE,
                            _("--kind is visits, loans, members, computer-hours, enquiries or attendances, not “%s”."),
                            options.kind);
  if (import->kind != BL_IMPORT_FIGURES && !read_kind (options.kind, &import->value_kind))
    return bl_command_fail (BL_EXIT_USAGE, _("--kind is count, rate, rank or decile, not “%s”."), options.kind);
  if (!read_by (options.by, &import->by))
    return bl_command_fail (BL_EXIT_USAGE, _("--by is walk, cycle, drive or public, not “%s”."), options.by);
  import->minutes = g_strcmp0 (options.unit, "minutes") == 0;
  import->seconds = g_strcmp0 (options.unit, "seconds") == 0;
  if (options.unit != NULL && !import->minutes && !import->seconds)
    return bl_command_fail (BL_EXIT_USAGE, _("--unit is minutes or seconds, not “%s”."), options.unit);
  if (options.thin < 0 || !isfinite (options.thin))
    return bl_command_fail (BL_EXIT_USAGE, _("--thin wants a number of metres, 0 or more."));
  if (import->kind == BL_IMPORT_NETWORK && arguments[4] != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("A road network comes from one file: a second would take the place of the first."));
  if (options.around < 0 || !isfinite (options.around))
    return bl_command_fail (BL_EXIT_USAGE, _("--around wants a number of metres, more than 0."));
  import->margin = options.around;
  if (options.year < 0 || options.year > 9999)
    return bl_command_fail (BL_EXIT_USAGE, _("--year wants a year such as 2023."));
  import->encoding = options.encoding;
  import->service = options.service;
  import->year = options.year;
  import->code_field = options.code;
  import->name_field = options.name;
  import->x_field = options.x;
  import->y_field = options.y;
  import->crs = options.crs;
  import->values = options.values;
  import->period = options.period;
  import->when = options.when;
  import->measure = options.measure;
  import->place = options.place;
  import->libraries = options.libraries;
  /* A script says whose figures they are; of published series whose headings tell we know it, unless it is said. */
  import->origin_as_said = import->kind != BL_IMPORT_SERIES || options.source != NULL;
  import->source = options.source;
  import->date = options.date;
  import->geography = options.geography;
  import->licence = options.licence;
  return bring_in (arguments[1], arguments + 3, &options);
}

const BlCommand bl_command_import = {
  .name = "import",
  .arguments = "PROJECT libraries|areas|points|values|figures|members|network|stops|travel|postcodes|isochrones|series FILE…",
  .summary = N_("Bring published files into a project"),
  .details = N_("All of it comes in or none. Without --source, --date, --geography and --licence these are not known, "
                "and “branchline-cli check” says so; published series say their own unless --source is given. With “-” for FILE a "
                "table is read from standard input: text with tabs or commas, or HTML."),
  .run = run,
};
