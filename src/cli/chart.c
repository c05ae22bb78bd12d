/* chart.c: branchline-cli chart: a chart of an indicator, or of the project, as a picture or as figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chart-file.h"
#include "chart-project.h"
#include "indicator-answer.h"
#include "indicator-chart.h"
#include "output.h"
#include "peers-chart.h"
#include "peers-option.h"
#include "project-chart.h"
#include "written.h"

#define LEAST_SIZE 120
#define MOST_SIZE 8000
#define MOST_TEXT 4.0

/* The words given. */
typedef struct
{
  char *indicator, *kind, *place, *multiples, *outcome, *with, *theme, *size, *out;
  double text_scale;
  gboolean same_scale;
  BlIndicatorAsk ask;
  BlChartProjectOptions project;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->indicator);
  g_free (options->kind);
  g_free (options->place);
  g_free (options->multiples);
  g_free (options->outcome);
  g_free (options->with);
  g_free (options->theme);
  g_free (options->size);
  g_free (options->out);
  g_free (options->ask.library);
  g_free (options->ask.period);
  g_free (options->ask.code);
  g_free (options->ask.from);
  g_free (options->ask.until);
  bl_chart_project_options_clear (&options->project);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_theme (const char *text, BlPaletteKind *kind)
{
  static const char *const names[] = {
    [BL_PALETTE_LIGHT] = "light",
    [BL_PALETTE_DARK] = "dark",
    [BL_PALETTE_LIGHT_HIGH_CONTRAST] = "high-contrast",
    [BL_PALETTE_DARK_HIGH_CONTRAST] = "dark-high-contrast",
  };

  *kind = BL_PALETTE_LIGHT;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], text) == 0)
      {
        *kind = (BlPaletteKind) i;
        return TRUE;
      }
  return text == NULL;
}

/* "900x520", or "900": as high as the chart is well read. */
static gboolean
read_size (const char *text, double *width, double *height)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "x", 2);
  gint64 wide, high = 0;

  *width = *height = 0;
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (parts[0] != NULL ? parts[0] : "", 10, LEAST_SIZE, MOST_SIZE, &wide, NULL))
    return FALSE;
  if (parts[1] != NULL && !g_ascii_string_to_signed (parts[1], 10, LEAST_SIZE, MOST_SIZE, &high, NULL))
    return FALSE;
  *width = (double) wide;
  *height = (double) high;
  return TRUE;
}

/* --- Which chart ------------------------------------------------------------------------- */

static BlExit
fail_kind (const char *text, const BlChartKind *kinds, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", bl_chart_kind_get_nick (kinds[i]));
  return bl_command_fail (BL_EXIT_USAGE, _("No chart of the kind “%1$s” suits these figures. There are: %2$s."), text, names->str);
}

/* The kind asked for among those that suit; the first where none was. */
static gboolean
choose_kind (const char *text, const BlChartKind *kinds, guint n, BlChartKind *kind, BlExit *exit)
{
  int asked = text != NULL ? bl_chart_kind_find (text) : (int) kinds[0];

  for (guint i = 0; i < n; i++)
    if ((int) kinds[i] == asked)
      {
        *kind = kinds[i];
        return TRUE;
      }
  *exit = fail_kind (text, kinds, n);
  return FALSE;
}

static BlChart *
draw_one (BlBaseFigures *figures, BlIndicator *indicator, const Options *options, BlExit *exit)
{
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlJudgement) judgement = NULL;
  BlChartKind kinds[8], kind;
  guint n;

  if (!bl_indicator_ask (figures, indicator, &options->ask, &values, &judgement, exit))
    return NULL;
  n = bl_indicator_chart_get_kinds (values, judgement, kinds);
  if (n == 0)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY, _("There are no figures to draw. %s"), values->lacks != NULL ? values->lacks : judgement->sentence);
      return NULL;
    }
  return choose_kind (options->kind, kinds, n, &kind, exit) ? bl_indicator_chart_new (values, judgement, kind) : NULL;
}

static BlChart *
draw_peers (BlBaseFigures *figures, BlIndicator *indicator, const Options *options, BlExit *exit)
{
  g_autoptr (BlPeerChoice) choice = NULL;
  g_autoptr (BlPeers) peers = NULL;
  g_autofree char *lacks = NULL;
  BlChartKind kinds[8], kind;
  BlPeriod period;
  guint n;

  if (!bl_peers_option_period (options->ask.period, indicator, &period, exit))
    return NULL;
  choice = bl_peers_option_read (options->with, figures, exit);
  if (choice == NULL)
    return NULL;
  peers = bl_peers_new_of (figures, indicator, (const char *const *) choice->codes->pdata, (const char *const *) choice->names->pdata,
                           choice->codes->len, options->ask.period != NULL ? &period : NULL);
  n = bl_peers_chart_get_kinds (peers, indicator, kinds, &lacks);
  if (n == 0)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no figures of “%s” of any of these authorities."), options->indicator);
      return NULL;
    }
  if (lacks != NULL && options->kind != NULL && bl_chart_kind_find (options->kind) == BL_CHART_FUNNEL)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY, "%s", lacks);
      return NULL;
    }
  return choose_kind (options->kind, kinds, n, &kind, exit) ? bl_peers_chart_new (peers, indicator, kind, NULL) : NULL;
}

static BlChart *
draw_libraries (BlBaseFigures *figures, BlIndicator *indicator, const Options *options, BlExit *exit)
{
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char *name = bl_record_describe (BL_RECORD (indicator)), *subtitle = g_strdup_printf (_("%s by library"), name);
  BlPeriodKind kind;
  BlChart *chart;

  if (!bl_indicator_ask_kind (options->ask.period, &kind, exit))
    return NULL;
  panels = bl_indicator_panels_of_libraries (figures, indicator, kind);
  chart = bl_indicator_charts_new_multiples (panels, NULL, subtitle, options->same_scale);
  if (chart == NULL)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no figures of “%s” library by library."), options->indicator);
  return chart;
}

static BlChart *
draw_outcome (BlBaseFigures *figures, BlDictionary *dictionary, const char *text, BlExit *exit)
{
  const char *digits = g_str_has_prefix (text, "O") || g_str_has_prefix (text, "o") ? text + 1 : text;
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char *subtitle = NULL;
  gint64 outcome;
  BlChart *chart;

  if (!g_ascii_string_to_signed (digits, 10, 1, 7, &outcome, NULL))
    {
      *exit = bl_command_fail (BL_EXIT_USAGE, _("--outcome wants a number from 1 to 7, or O1 to O7."));
      return NULL;
    }
  panels = bl_indicator_panels_of_outcome (figures, (guint) outcome);
  subtitle = g_strdup_printf (_("Outcome %1$u: %2$s"), (guint) outcome, bl_dictionary_get_outcome_title (dictionary, (guint) outcome));
  chart = bl_indicator_charts_new_multiples (panels, NULL, subtitle, FALSE);
  if (chart == NULL)
    *exit = bl_command_fail (BL_EXIT_FAULTY,
                             _("The project has no indicators of Outcome %u yet: “indicator PROJECT add” chooses some."), (guint) outcome);
  return chart;
}

static BlChart *
make (const char *path, const Options *options, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = NULL;
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;
  g_autoptr (BlIndicator) indicator = NULL;
  g_autoptr (BlBaseFigures) figures = NULL;

  if (options->indicator == NULL && options->outcome == NULL)
    return bl_chart_project_new (&options->project, path, (BlChartKind) bl_chart_kind_find (options->kind), exit);
  dictionary = bl_dictionary_load (&error);
  if (dictionary == NULL)
    {
      *exit = bl_command_fail_error (error, NULL);
      return NULL;
    }
  document = bl_command_open (path, exit);
  if (document == NULL)
    return NULL;
  project = bl_document_get_project (document);
  indicator = options->indicator != NULL ? bl_command_find_indicator (project, dictionary, options->indicator, exit) : NULL;
  if (options->indicator != NULL && indicator == NULL)
    return NULL;
  figures = bl_base_figures_new (project, NULL, dictionary);
  if (options->outcome != NULL)
    return draw_outcome (figures, dictionary, options->outcome, exit);
  if (options->multiples != NULL)
    return draw_libraries (figures, indicator, options, exit);
  return options->with != NULL ? draw_peers (figures, indicator, options, exit) : draw_one (figures, indicator, options, exit);
}

/* --- The command -------------------------------------------------------------------------- */

static BlExit
answer (const BlChart *chart, const char *out)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!bl_command_wants_json ())
    {
      if (chart->title != NULL)
        bl_output_text ("%s\n%s\n", chart->title, chart->sentence != NULL ? chart->sentence : "");
      return bl_written_answer (out);
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  bl_written_add (builder, out);
  bl_json_text (builder, "kind", bl_chart_kind_get_nick (chart->kind));
  bl_json_text (builder, "title", chart->title);
  bl_json_text (builder, "sentence", chart->sentence);
  bl_json_text (builder, "doubt", chart->doubt);
  bl_json_count (builder, "panels", chart->panels->len);
  bl_json_count (builder, "rows", chart->table->rows->len);
  json_builder_end_object (builder);
  bl_json_finish (builder);
  return BL_EXIT_DONE;
}

static BlExit
draw (const char *path, const Options *options)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlChart) chart = NULL;
  BlPaletteKind palette;
  BlChartFile file = { .text_scale = options->text_scale };

  if (!read_theme (options->theme, &palette))
    return bl_command_fail (BL_EXIT_USAGE, _("--theme wants light, dark, high-contrast or dark-high-contrast, not “%s”."), options->theme);
  if (!read_size (options->size, &file.width, &file.height))
    return bl_command_fail (BL_EXIT_USAGE, _("--size wants a width, or width and height, in pixels from 120 to 8000: 900x520."));
  if (!bl_chart_file_check_path (options->out, &error))
    return bl_command_fail_error (error, options->out);
  chart = make (path, options, &exit);
  if (chart == NULL)
    return exit;
  file.palette = bl_palette_get (palette);
  if (!bl_chart_file_write (chart, options->out, &file, &error))
    return bl_command_fail_error (error, options->out);
  return answer (chart, options->out);
}

/* What goes together and what does not. */
static BlExit
check (const Options *options)
{
  const BlIndicatorAsk *ask = &options->ask;
  gboolean stretch = ask->library != NULL || options->place != NULL || ask->from != NULL || ask->until != NULL || ask->raw;
  gboolean many = options->multiples != NULL || options->outcome != NULL;

  if (options->indicator != NULL && options->outcome != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Give either --indicator or --outcome."));
  if (options->out == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say where to write with --out."));
  if (options->multiples != NULL && (options->indicator == NULL || !g_str_equal (options->multiples, "libraries")))
    return bl_command_fail (BL_EXIT_USAGE, _("--multiples wants libraries, and an indicator."));
  if (options->same_scale && options->multiples == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--same-scale is for --multiples."));
  if (many && (options->kind != NULL || options->with != NULL || stretch))
    return bl_command_fail (BL_EXIT_USAGE, _("--kind, --with, --library, --place, --from, --until and --raw are for a single chart."));
  if (options->indicator == NULL && (options->with != NULL || stretch || ask->period != NULL))
    return bl_command_fail (BL_EXIT_USAGE, _("--with, --period, --library, --place, --from, --until and --raw are for an indicator."));
  if (options->with != NULL && stretch)
    return bl_command_fail (BL_EXIT_USAGE, _("--with sets the service beside others: leave --library, --place, --from, --until and --raw out."));
  if (options->place != NULL && ask->library != NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Give either --library or --place."));
  if (options->indicator == NULL && options->outcome == NULL
      && (options->kind == NULL || bl_chart_kind_find (options->kind) < 0
          || !bl_project_chart_is_kind ((BlChartKind) bl_chart_kind_find (options->kind))))
    return bl_command_fail (BL_EXIT_USAGE, _("Say what to draw: an indicator with --indicator, an Outcome with --outcome, or the project itself "
                                             "with --kind pyramid, curve, heat or stacked."));
  if ((options->indicator != NULL || options->outcome != NULL) && bl_chart_project_options_are_given (&options->project))
    return bl_command_fail (BL_EXIT_USAGE, _("--within, --group, --by, --scenario, --statutory and --cross-boundary are for charts of the project itself."));
  if (options->text_scale < 0 || options->text_scale > MOST_TEXT)
    return bl_command_fail (BL_EXIT_USAGE, _("--text-scale takes a number up to 4: how many times as large text is."));
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_auto (Options) options = { 0 };
  BlIndicatorAsk *ask = &options.ask;
  const GOptionEntry entries[] = {
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &options.indicator, N_("What to draw: an item of the dictionary, a name or an id"), N_("ID") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind,
      N_("Which kind: control, run, line, season, bar, bullet, slope; with --with dots, ranked or funnel; without --indicator pyramid, curve, "
         "heat or stacked"), N_("KIND") },
    { "period", 'p', 0, G_OPTION_ARG_STRING, &ask->period, N_("By month, quarter, fy, ay, cy, snapshot or rolling; with --with the year"), N_("KIND") },
    { "library", 'l', 0, G_OPTION_ARG_STRING, &ask->library, N_("Of one library"), N_("NAME") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options.place, N_("Of another authority, by its code"), N_("CODE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &ask->from, N_("Show and judge only from this period on"), N_("PERIOD") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &ask->until, N_("Show and judge only up to this period"), N_("PERIOD") },
    { "raw", 0, 0, G_OPTION_ARG_NONE, &ask->raw, N_("Leave the season in"), NULL },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, BL_PEERS_OPTION_HELP, BL_PEERS_OPTION_WORDS },
    { "multiples", 'm', 0, G_OPTION_ARG_STRING, &options.multiples, N_("Small charts side by side: libraries"), N_("WHAT") },
    { "same-scale", 0, 0, G_OPTION_ARG_NONE, &options.same_scale, N_("Small charts share their scale"), NULL },
    { "outcome", 'O', 0, G_OPTION_ARG_STRING, &options.outcome, N_("Small charts of all indicators of an Outcome"), N_("O1–O7") },
    BL_CHART_PROJECT_OPTIONS (options.project),
    { "theme", 't', 0, G_OPTION_ARG_STRING, &options.theme, N_("light, dark, high-contrast or dark-high-contrast"), N_("NAME") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, N_("Width, or width and height, in pixels: 900x520"), N_("WxH") },
    { "text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.text_scale, N_("How many times as large text is"), N_("NUMBER") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_("Where to write: a name ending in .svg, .png, .pdf or .csv"), N_("FILE") },
    { NULL },
  };

  BlExit exit;

  if (!bl_command_parse (&bl_command_chart, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  exit = check (&options);
  if (exit != BL_EXIT_DONE)
    return exit;
  options.ask.code = g_steal_pointer (&options.place);
  return draw (arguments[1], &options);
}

const BlCommand bl_command_chart = {
  .name = "chart",
  .arguments = "PROJECT",
  .summary = N_("Draw a chart of an indicator or of the project as SVG, PNG or PDF, or write its figures as CSV"),
  .run = run,
};
