/* test-indicator.c: branchline-cli indicator, on the sample and on series of Newcastle as published
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "../analysis/newcastle.h"
#include "cli-run.h"
#include "clock.h"
#include "document.h"

static char *sample, *whole;

/* The sample without what it has of indicators: what they tell is added by each test. */
static char *
make_bare (const char *whole)
{
  static const char *const lists[] = { "indicators", "series", "comparisons", "similar" };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bare");
  g_autoptr (BlDocument) document = bl_document_open (whole, ids, clock, NULL, &error);
  char *path = cli_path ("bare.branchline");

  g_assert_no_error (error);
  bl_project_begin (bl_document_get_project (document), "bare");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    bl_record_remove_all (BL_RECORD (bl_document_get_project (document)), lists[i]);
  bl_project_commit (bl_document_get_project (document));
  g_assert_true (bl_document_save (document, path, &error));
  g_assert_no_error (error);
  return path;
}

/* A copy of the sample to write into. */
static char *
copy_sample (const char *name)
{
  char *path = cli_path (name);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (sample, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, &error));
  return path;
}

/* The sample with the series of a file, by library; FALSE without the published data. */
static gboolean
add_file (const char *path, const char *name, const char *measure)
{
  g_autoptr (NewcastleFile) file = newcastle_read (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (BlIds) ids = bl_ids_new_seeded (measure);
  g_autoptr (BlDocument) document = NULL;
  BlProject *project;
  GListModel *libraries;

  if (file == NULL)
    return FALSE;
  document = bl_document_open (path, ids, clock, NULL, &error);
  g_assert_no_error (error);
  project = bl_document_get_project (document);
  libraries = bl_project_get_libraries (project);
  bl_project_begin (project, "series");
  for (guint i = 0; i < file->n; i++)
    {
      const BlObservations *row = file->rows[i];
      g_autoptr (BlSeries) series = bl_series_new (NULL);
      g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (BlTable) period_table = NULL, value_table = NULL;
      g_autofree char *whole = g_strconcat (file->names[i], " Library", NULL);
      const char *id = NULL;

      for (guint k = 0; k < row->n; k++)
        {
          g_ptr_array_add (periods, bl_period_to_iso (&row->items[k].period));
          g_array_append_val (values, row->items[k].value);
        }
      for (guint k = 0; k < g_list_model_get_n_items (libraries); k++)
        {
          g_autoptr (BlRecord) library = g_list_model_get_item (libraries, k);

          if (g_strcmp0 (bl_record_get_text (library, "name"), whole) == 0)
            id = bl_record_get_id (library);
        }
      period_table = bl_table_new_texts ((const char *const *) periods->pdata, row->n);
      value_table = bl_table_new_numbers ((const double *) (gpointer) values->data, row->n);
      bl_record_set_text (BL_RECORD (series), "measure", measure);
      bl_record_set_enum (BL_RECORD (series), "geography", BL_GEOGRAPHY_LIBRARY);
      bl_record_set_enum (BL_RECORD (series), "period-kind", BL_PERIOD_KIND_MONTH);
      bl_record_set_text (BL_RECORD (series), id != NULL ? "library" : "place", id != NULL ? id : file->names[i]);
      bl_record_set_table (BL_RECORD (series), "periods", period_table);
      bl_record_set_table (BL_RECORD (series), "values", value_table);
      bl_record_append (BL_RECORD (project), "series", BL_RECORD (series));
    }
  bl_project_commit (project);
  g_assert_true (bl_document_save (document, NULL, &error));
  g_assert_no_error (error);
  return TRUE;
}

/* What the sample tells without any series: expected.md, and 551,116 visits over 320,605 people. */
static void
test_sample (void)
{
  g_autofree char *path = copy_sample ("sample.branchline");
  g_autoptr (CliRun) none = cli_run_well ("indicator", path, "list", "--json", NULL);
  g_autoptr (CliRun) added = cli_run_well ("indicator", path, "add", "--starters", "--json", NULL);
  g_autoptr (CliRun) again = cli_run_well ("indicator", path, "add", "--starters", "--json", NULL);
  g_autoptr (CliRun) list = cli_run_well ("indicator", path, "list", "--json", NULL);
  g_autoptr (CliRun) text = cli_run_well ("indicator", path, "list", NULL);
  g_autoptr (CliRun) visits = cli_run_well ("indicator", path, "show", "visits-per-1000", "--json", NULL);
  g_autoptr (CliRun) mile = cli_run_well ("indicator", path, "show", "access-1-mile", "--json", NULL);

  g_assert_cmpuint (cli_length (none, "indicators"), ==, 0);
  g_assert_cmpfloat (cli_number (added, "added"), ==, 14);
  g_assert_cmpfloat (cli_number (again, "added"), ==, 0);
  g_assert_cmpuint (cli_length (list, "indicators"), ==, 14);
  g_assert_cmpstr (cli_text (list, "indicators.0.item"), ==, "visits-per-1000");
  g_assert_cmpfloat_with_epsilon (cli_number (list, "indicators.0.latest"), 551116.0 / 320.605, 0.01);
  g_assert_cmpstr (cli_text (list, "indicators.0.latest_period"), ==, "2023-04-01/P1Y");
  g_assert_cmpstr (cli_text (list, "indicators.0.verdict"), ==, "rise");
  g_assert_cmpstr (cli_text (list, "indicators.1.state"), ==, "no-data");
  g_assert_nonnull (strstr (cli_text (list, "indicators.1.lacks"), "loans_book_all"));
  g_assert_nonnull (strstr (text->out, "1,719"));
  g_assert_nonnull (strstr (text->out, "93.6%"));
  g_assert_cmpstr (cli_text (visits, "outcomes.0.title"), ==, "Stronger, more resilient communities");
  g_assert_cmpfloat (cli_number (visits, "values.5.numerator"), ==, 551116);
  g_assert_cmpfloat (cli_number (visits, "values.5.denominator"), ==, 320605);
  g_assert_cmpstr (cli_text (mile, "values.0.state"), ==, "estimate");
  g_assert_cmpfloat_with_epsilon (cli_number (mile, "values.0.value"), 93.6, 0.05);
  g_assert_cmpstr (cli_text (mile, "values.0.period"), ==, "2023-12-31/P0D");
}

static void
test_all (void)
{
  g_autoptr (CliRun) all = cli_run_well ("indicator", sample, "list", "--all", "--json", NULL);
  g_autoptr (CliRun) third = cli_run_well ("indicator", sample, "list", "--all", "--outcome", "3", "--json", NULL);

  g_assert_cmpuint (cli_length (all, "indicators"), ==, 90);
  g_assert_cmpuint (cli_length (third, "indicators"), <, 20);
  for (guint i = 0; i < cli_length (third, "indicators"); i++)
    {
      g_autofree char *serves = g_strdup_printf ("indicators.%u.serves", i);

      g_assert_nonnull (strstr (cli_text (third, serves), "O3"));
    }
}

/* Indicator-content 4.4: examples 1 (its figures), 3, 4, 7, 8 by way of the program. */
static void
test_series (void)
{
  g_autofree char *path = copy_sample ("series.branchline");
  g_autoptr (CliRun) years = NULL, months = NULL, partial = NULL, own = NULL, ratio = NULL, library = NULL, broken = NULL;
  const char *sentence;

  if (!add_file (path, NEWCASTLE_VISITS, "visits_all") || !add_file (path, NEWCASTLE_ISSUES, "loans_physical_all")
      || !add_file (path, NEWCASTLE_ENQUIRIES, "enquiries"))
    return;
  years = cli_run_well ("indicator", path, "show", "visits-total", "--period", "fy", "--until", "2023-24", "--json", NULL);
  g_assert_cmpstr (cli_text (years, "verdict"), ==, "rise");
  g_assert_cmpstr (cli_text (years, "title"), ==, "Library visits rose 26% in 2023-24");
  sentence = cli_text (years, "sentence");
  g_assert_true (g_str_has_prefix (sentence, "Newcastle had 551,116 library visits in 2023-24, 112,019 (25.5%) more than in 2022-23"));
  partial = cli_run_well ("indicator", path, "show", "visits-total", "--period", "fy", "--json", NULL);
  g_assert_cmpstr (cli_text (partial, "verdict"), ==, "partial");
  g_assert_cmpstr (cli_text (partial, "title"), ==, "Library visits up 13% in first five months of 2024-25");
  g_assert_true (g_str_has_prefix (cli_text (partial, "sentence"),
                                   "In April to August 2024, Newcastle had 238,406 library visits, 27,434 (13.0%) more than in the "
                                   "same months a year before, counting only libraries and months known in both years"));
  months = cli_run_well ("indicator", path, "show", "visits-total", "--json", NULL);
  g_assert_cmpstr (cli_text (months, "period_kind"), ==, "month");
  g_assert_cmpuint (cli_length (months, "limits"), >, 0);
  /* Loans of things on shelves, as a variant. */
  own = cli_run_well ("indicator", path, "add", "loans-total", "--parameters", "without=loans_digital_all", "--json", NULL);
  cli_run_free (g_steal_pointer (&own));
  own = cli_run_well ("indicator", path, "show", "loans-total", "--period", "fy", "--until", "2023-24", "--json", NULL);
  g_assert_cmpstr (cli_text (own, "verdict"), ==, "flat");
  g_assert_cmpstr (cli_text (own, "title"), ==, "Loans: no clear change in 2023-24");
  g_assert_true (g_str_has_prefix (cli_text (own, "sentence"), "Loans went from 289,627 in 2022-23 to 285,690 in 2023-24 (−1.4%)"));
  /* One of the user's own: example 20. */
  ratio = cli_run_well ("indicator", path, "add", "--own", "--name", "Loans per visit", "--noun", "loans per visit", "--kind", "ratio",
                        "--formula", "loans_physical_all ÷ visits_all", "--json", NULL);
  cli_run_free (g_steal_pointer (&ratio));
  ratio = cli_run_well ("indicator", path, "show", "Loans per visit", "--period", "fy", "--until", "2023-24", "--json", NULL);
  g_assert_cmpstr (cli_text (ratio, "title"), ==, "Loans per visit fell 21% in 2023-24");
  library = cli_run_well ("indicator", path, "show", "visits-total", "--library", "Mobile", "--period", "fy", "--json", NULL);
  g_assert_cmpstr (cli_text (library, "place"), ==, "Mobile");
  /* A break that the user marks is a break of the values. */
  cli_run_free (cli_run_well ("indicator", path, "add", "enquiries-total", "--break",
                              "2018-04-01..2018-09-01=definition: the definition was narrowed", "--json", NULL));
  broken = cli_run_well ("indicator", path, "show", "enquiries-total", "--json", NULL);
  g_assert_cmpuint (cli_length (broken, "breaks"), ==, 1);
  g_assert_cmpstr (cli_text (broken, "breaks.0.from"), ==, "2018-09-01");
  g_assert_cmpstr (cli_text (broken, "breaks.0.until"), ==, "2018-03-31");
  g_assert_cmpstr (cli_text (broken, "breaks.0.cause"), ==, "definition");
}

static void
test_edit (void)
{
  g_autofree char *path = copy_sample ("edit.branchline");
  g_autoptr (CliRun) added = cli_run_well ("indicator", path, "add", "visits-per-1000", "--target", "2000", "--author", "Ada", "--json", NULL);
  g_autoptr (CliRun) set = cli_run_well ("indicator", path, "set", "visits-per-1000", "--owner", "Head of service", "--baseline",
                                         "2787", "--baseline-period", "2018-19", "--target-period", "fy", "--comment", "2023-24=New counters", "--json", NULL);
  g_autoptr (CliRun) show = cli_run_well ("indicator", path, "show", "visits-per-1000", "--json", NULL);
  g_autoptr (CliRun) removed = NULL, none = NULL;

  g_assert_cmpstr (cli_text (added, "item"), ==, "visits-per-1000");
  g_assert_cmpstr (cli_text (set, "changed"), ==, cli_text (added, "added"));
  g_assert_cmpfloat (cli_number (show, "target"), ==, 2000);
  g_assert_cmpstr (cli_text (show, "target_period"), ==, "fy");
  cli_run_badly (2, "--target-period", "indicator", path, "set", "visits-per-1000", "--target-period", "fortnight", NULL);
  g_assert_cmpstr (cli_text (show, "owner"), ==, "Head of service");
  /* Figures that old get no light (5.11): of 2023-24, years after. */
  g_assert_cmpstr (cli_text (show, "rag"), ==, "not-rated");
  g_assert_nonnull (cli_text (show, "rag_rule"));
  g_assert_cmpfloat_with_epsilon (cli_number (show, "since_baseline"), 1719 - 2787, 0.5);
  g_assert_cmpstr (cli_text (show, "comments.0.text"), ==, "New counters");
  cli_run_badly (2, "already", "indicator", path, "add", "visits-per-1000", NULL);
  removed = cli_run_well ("indicator", path, "remove", "visits-per-1000", "--json", NULL);
  none = cli_run_well ("indicator", path, "list", "--json", NULL);
  g_assert_cmpstr (cli_text (removed, "removed"), ==, cli_text (added, "added"));
  g_assert_cmpuint (cli_length (none, "indicators"), ==, 0);
}

/* The page of an Outcome: of the sample as it comes, with its published figures. */
static void
test_outcome (void)
{
  g_autoptr (CliRun) answer = cli_run_well ("indicator", whole, "outcome", "O2", "--json", NULL);
  g_autoptr (CliRun) named = cli_run_well ("indicator", whole, "outcome", "Increased reading and literacy", "--json", NULL);
  g_autofree char *pdf = cli_path ("outcome.pdf"), *html = cli_path ("outcome.html"), *other = cli_path ("outcome.odt");
  g_autoptr (CliRun) paper = cli_run_well ("indicator", whole, "outcome", "2", "--out", pdf, "--json", NULL);
  g_autoptr (CliRun) web = cli_run_well ("indicator", whole, "outcome", "2", "--out", html, NULL);
  g_autoptr (GBytes) bytes = cli_bytes (pdf), page = cli_bytes (html);
  g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));

  g_assert_cmpfloat (cli_number (answer, "outcome"), ==, 2);
  g_assert_cmpstr (cli_text (answer, "title"), ==, "Increased reading and literacy");
  g_assert_cmpstr (cli_text (answer, "finding"), ==,
                   "Of 6 indicators, none has clearly improved or become worse and two have no data");
  g_assert_cmpuint (cli_length (answer, "indicators"), ==, 6);
  g_assert_cmpuint (cli_length (answer, "lacking"), ==, 2);
  g_assert_cmpstr (cli_text (answer, "finding"), ==, cli_text (named, "finding"));
  /* 345,860 loans over 320,605 people: expected.md. */
  g_assert_cmpfloat_with_epsilon (cli_number (answer, "indicators.0.latest"), 1078.7729, 0.0001);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5), ==, 0);
  g_assert_cmpfloat (cli_number (paper, "bytes"), ==, g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "Book loans for every 1,000 people"));
  g_assert_nonnull (strstr (text, "1,079"));
  g_assert_nonnull (strstr (text, "Made up for this sample"));
  cli_run_badly (2, "no Outcome", "indicator", whole, "outcome", "O8", NULL);
  cli_run_badly (2, "Say one Outcome", "indicator", whole, "outcome", NULL);
  cli_run_badly (2, "--out is for", "indicator", whole, "list", "--out", pdf, NULL);
  cli_run_badly (2, "PDF, a web page or a text", "indicator", whole, "outcome", "2", "--out", other, NULL);
}

/* Wrong use changes nothing. */
static void
test_wrong (void)
{
  g_autofree char *path = copy_sample ("wrong.branchline");
  g_autoptr (GBytes) before = cli_bytes (path), after = NULL;

  cli_run_badly (2, "Nothing called", "indicator", path, "fetch", NULL);
  cli_run_badly (2, "Say one indicator", "indicator", path, "show", NULL);
  cli_run_badly (2, "Like it are: visits-total", "indicator", path, "show", "visit-total", NULL);
  cli_run_badly (2, "no indicator", "indicator", path, "add", "zzzzzzzzzzzzzzzzzzzzzz", NULL);
  cli_run_badly (2, "has not chosen", "indicator", path, "set", "visits-total", "--target", "5", NULL);
  cli_run_badly (2, "Say what to set", "indicator", path, "set", "visits-total", NULL);
  cli_run_badly (2, "wants a name", "indicator", path, "add", "--own", "--formula", "visits_all", NULL);
  cli_run_badly (2, "no measure “visit_all”", "indicator", path, "add", "--own", "--name", "A", "--formula", "visit_all", NULL);
  cli_run_badly (2, "formula ends", "indicator", path, "add", "--own", "--name", "A", "--formula", "visits_all ÷", NULL);
  cli_run_badly (2, "no rule set", "indicator", path, "add", "visits-total", "--rules", "mine", NULL);
  cli_run_badly (2, "--target", "indicator", path, "add", "visits-total", "--target", "many", NULL);
  cli_run_badly (2, "--break wants", "indicator", path, "add", "visits-total", "--break", "2018=why", NULL);
  cli_run_badly (2, "wants a reason", "indicator", path, "add", "visits-total", "--break", "2018-09-01=definition", NULL);
  cli_run_badly (2, "--comment wants", "indicator", path, "add", "visits-total", "--comment", "words", NULL);
  cli_run_badly (2, "--period wants", "indicator", path, "show", "visits-total", "--period", "week", NULL);
  cli_run_badly (2, "no library “Nowhere”", "indicator", path, "show", "visits-total", "--library", "Nowhere", NULL);
  cli_run_badly (2, "1 to 7", "indicator", path, "list", "--outcome", "9", NULL);
  cli_run_badly (2, "for list", "indicator", path, "show", "visits-total", "--all", NULL);
  cli_run_badly (3, "", "indicator", "no-such.branchline", "list", NULL);
  after = cli_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  whole = argv[2];
  sample = make_bare (whole);
  g_test_add_func ("/cli-indicator/sample", test_sample);
  g_test_add_func ("/cli-indicator/all", test_all);
  g_test_add_func ("/cli-indicator/series", test_series);
  g_test_add_func ("/cli-indicator/edit", test_edit);
  g_test_add_func ("/cli-indicator/outcome", test_outcome);
  g_test_add_func ("/cli-indicator/wrong", test_wrong);
  result = g_test_run ();
  g_free (sample);
  cli_tear_down ();
  return result;
}
