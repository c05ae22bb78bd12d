/* test-csv.c: our reader of comma separated files, against figures worked out apart from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "csv.h"
#include "shared-data.h"

#include <glib/gstdio.h>
#include <string.h>

/* The table "Parsing truths" of the data's page of figures. */
typedef struct
{
  const char *path, *encoding, *found;
  gboolean bom;
  BlCsvLineEnds line_ends;
  guint records, columns, multiline; /* records: the header counts too */
} Truth;

static const Truth truths[] = {
  { "national/lsoa11_pwc_england.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_LF, 32845, 6, 0 },
  { "national/basic-dataset-for-libraries-2023-enhanced.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_LF, 3540, 63, 8 },
  { "national/libraries_england_2021.csv", "windows-1252", "windows-1252", FALSE, BL_CSV_LINE_ENDS_LF, 2549, 7, 0 },
  { "national/taskforce.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_CR, 3035, 6, 53 },
  { "national/2019_population.csv", NULL, "UTF-8", TRUE, BL_CSV_LINE_ENDS_LF, 42621, 2, 0 },
  { "national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv", NULL, "UTF-8", TRUE, BL_CSV_LINE_ENDS_CRLF, 32845, 6,
    0 },
  { "national/activity-2023-24/libraries_activity_data_2023_2024.csv", NULL, "UTF-8", TRUE, BL_CSV_LINE_ENDS_LF, 130,
    504, 0 },
  { "newcastle/newcastle_city_council.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_CRLF, 22, 31, 0 },
  { "newcastle/Newcastle public libraries over the years.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_MIXED, 54, 14, 25 },
  /* Without a header. */
  { "newcastle/codepoint-open-2014-08_ne_newcastle.csv", NULL, "UTF-8", FALSE, BL_CSV_LINE_ENDS_CRLF, 6559, 10, 0 },
};

static void
test_truths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      const Truth *truth = &truths[i];
      g_autoptr (GError) error = NULL;
      g_autofree char *path = bl_test_shared_data (truth->path);
      if (path == NULL)
        return;
      g_autoptr (BlCsv) csv = bl_csv_read (path, truth->encoding, NULL, &error);

      g_test_message ("%s", truth->path);
      g_assert_no_error (error);
      g_assert_cmpuint (bl_csv_get_n_records (csv), ==, truth->records);
      g_assert_cmpuint (bl_csv_get_n_columns (csv), ==, truth->columns);
      g_assert_cmpstr (bl_csv_get_encoding (csv), ==, truth->found);
      g_assert_cmpint (bl_csv_get_bom (csv), ==, truth->bom);
      g_assert_cmpint (bl_csv_get_line_ends (csv), ==, truth->line_ends);
      g_assert_cmpuint (bl_csv_get_n_multiline (csv), ==, truth->multiline);
      g_assert_cmpuint (bl_csv_get_n_ragged (csv, NULL), ==, 0);
      g_assert_cmpint (bl_csv_get_delimiter (csv), ==, ',');
    }
}

/* windows-1252 is asked for, never guessed. */
static void
test_encoding_asked (void)
{
  g_autofree char *path = bl_test_shared_data ("national/libraries_england_2021.csv");

  if (path == NULL)
    return;
  g_autoptr (GError) error = NULL;
  BlCsv *csv = bl_csv_read (path, NULL, NULL, &error);
  g_assert_null (csv);
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "windows-1252"));

  /* Record 1,844 after the header is the one with a letter beyond ASCII. */
  g_autoptr (BlCsv) read = bl_csv_read (path, "cp1252", NULL, NULL);
  g_assert_cmpstr (bl_csv_get_cell (read, 1844, 1), ==, "Hallbankgate Hub Community Shop and Café");
}

static BlCsv *
parse (const char *text, gssize length, const char *encoding, GError **error)
{
  return bl_csv_parse (text, length < 0 ? strlen (text) : (gsize) length, "x.csv", encoding, NULL, error);
}

static void
test_cells (void)
{
  g_autoptr (BlCsv) csv = parse ("a,b\r\n\"x \"\"y\"\", z\",\"two\r\nlines\"\r\r\n\n1,\n\"\",last", -1, NULL, NULL);

  g_assert_nonnull (csv);
  g_assert_cmpuint (bl_csv_get_n_records (csv), ==, 4);
  g_assert_cmpstr (bl_csv_get_cell (csv, 1, 0), ==, "x \"y\", z");
  g_assert_cmpstr (bl_csv_get_cell (csv, 1, 1), ==, "two\nlines");
  g_assert_cmpstr (bl_csv_get_cell (csv, 2, 0), ==, "1");
  g_assert_cmpstr (bl_csv_get_cell (csv, 2, 1), ==, "");
  g_assert_cmpstr (bl_csv_get_cell (csv, 3, 1), ==, "last");
  g_assert_cmpstr (bl_csv_get_cell (csv, 9, 9), ==, "");
  /* Lines: 1 a,b; 2 and 3 the cell with a break; 4 and 5 empty; 6; 7. */
  g_assert_cmpuint (bl_csv_get_line (csv, 1), ==, 2);
  g_assert_cmpuint (bl_csv_get_line (csv, 2), ==, 6);
  g_assert_cmpuint (bl_csv_get_line (csv, 3), ==, 7);
  g_assert_cmpint (bl_csv_get_line_ends (csv), ==, BL_CSV_LINE_ENDS_MIXED);
  g_assert_cmpuint (bl_csv_get_n_multiline (csv), ==, 1);
}

static void
test_ragged (void)
{
  g_autoptr (BlCsv) csv = parse ("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,\n", -1, NULL, NULL);
  guint first = 0;

  g_assert_cmpuint (bl_csv_get_n_ragged (csv, &first), ==, 3);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (bl_csv_get_width (csv, 2), ==, 2);
  g_assert_cmpuint (bl_csv_get_width (csv, 3), ==, 4);
  g_assert_cmpuint (bl_csv_get_width (csv, 4), ==, 4);
  g_assert_cmpstr (bl_csv_get_cell (csv, 2, 2), ==, "");
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } cases[] = {
    { "a,b\n1,2\n", ',' },
    { "a\tb\n1, 2\t3\n", '\t' },
    { "name;address\nA;1, High Street\nB;2, High Street\n", ';' },
    { "\"a;b\",c\n\"1;2\",3\n", ',' },
    { "only\none\n", ',' },
    { "a|b|c\n1|2|3\n", '|' },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlCsv) csv = parse (cases[i].text, -1, NULL, NULL);
      g_assert_cmpint (bl_csv_get_delimiter (csv), ==, cases[i].delimiter);
    }
}

static void
test_utf16 (void)
{
  static const char le[] = "\xFF\xFE"
                           "a\0,\0b\0\r\0\n\0\xE9\0,\0001\0";
  static const char be[] = "\xFE\xFF"
                           "\0a\0,\0b\0\r\0\n\0\xE9\0,\0001";
  g_autoptr (BlCsv) little = parse (le, sizeof le - 1, NULL, NULL);
  g_autoptr (BlCsv) big = parse (be, sizeof be - 1, "windows-1252", NULL);

  g_assert_cmpstr (bl_csv_get_encoding (little), ==, "UTF-16LE");
  g_assert_cmpstr (bl_csv_get_cell (little, 1, 0), ==, "é");
  /* A mark at the start of the file is believed before the user. */
  g_assert_cmpstr (bl_csv_get_encoding (big), ==, "UTF-16BE");
  g_assert_cmpstr (bl_csv_get_cell (big, 1, 0), ==, "é");
  g_assert_true (bl_csv_get_bom (big));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *encoding;
    int code;
    const char *words;
  } cases[] = {
    { "", -1, NULL, BL_EXCHANGE_ERROR_READ, "empty" },
    { " \n\n", -1, NULL, BL_EXCHANGE_ERROR_READ, "nothing but blanks" },
    { "\xEF\xBB\xBF", -1, NULL, BL_EXCHANGE_ERROR_READ, "nothing but blanks" },
    { "a,b\n1,\"2\n3,4\n", -1, NULL, BL_EXCHANGE_ERROR_READ, "x.csv:2: a quotation mark" },
    { "a,b\n1,\0\n", 8, NULL, BL_EXCHANGE_ERROR_READ, "line 2 holds bytes" },
    { "PK\003\004\024\0\b", 7, NULL, BL_EXCHANGE_ERROR_READ, "not a table of text" },
    { "<OGRVRTDataSource>\n", -1, NULL, BL_EXCHANGE_ERROR_READ, "XML" },
    { "\n <!DOCTYPE html>\n", -1, NULL, BL_EXCHANGE_ERROR_READ, "XML" },
    { "caf\xE9,1\n", -1, NULL, BL_EXCHANGE_ERROR_ENCODING, "line 1" },
    { "a\nb\ncaf\xE9,1\n", -1, "UTF-8", BL_EXCHANGE_ERROR_ENCODING, "line 3" },
    { "a\x81,1\n", -1, "windows-1252", BL_EXCHANGE_ERROR_ENCODING, "windows-1252" },
    { "a,1\n", -1, "klingon", BL_EXCHANGE_ERROR_OPTION, "klingon" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      BlCsv *csv = parse (cases[i].text, cases[i].length, cases[i].encoding, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_null (csv);
      g_assert_error (error, BL_EXCHANGE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

static void
test_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.csv", NULL);
  g_autofree char *none = g_build_filename (folder, "none.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_csv_read (folder, NULL, NULL, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "folder"));
  g_clear_error (&error);

  g_assert_null (bl_csv_read (none, NULL, NULL, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ);
  g_clear_error (&error);

  /* A hole of 2 GB takes no room on the disk. */
  FILE *file = g_fopen (huge, "w");
  g_assert_cmpint (fseeko (file, (off_t) 2 << 30, SEEK_SET), ==, 0);
  fputc ('a', file);
  fclose (file);
  g_assert_null (bl_csv_read (huge, NULL, NULL, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "files over"));
  g_unlink (huge);
  g_rmdir (folder);
}

static void
test_stray_quotes (void)
{
  g_autoptr (BlCsv) csv = parse ("a,b\n\"1\"x,2\n", -1, NULL, NULL);
  guint line = 0;

  g_assert_cmpstr (bl_csv_get_cell (csv, 1, 0), ==, "1x");
  g_assert_cmpuint (bl_csv_get_n_stray_quotes (csv, &line), ==, 1);
  g_assert_cmpuint (line, ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bl_csv_parse ("a,b\n", 4, "x.csv", NULL, cancellable, &error));
  g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CANCELLED);
}

/* Whatever the bytes, it answers: 20,000 random files made of the awkward characters. */
static void
test_random (void)
{
  static const char awkward[] = ",\t;\"\"\r\n\nab1 \xC3\xA9\0<";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261124);

  for (guint i = 0; i < 20000; i++)
    {
      char text[48];
      guint n = g_rand_int_range (random, 1, sizeof text);
      for (guint k = 0; k < n; k++)
        text[k] = awkward[g_rand_int_range (random, 0, sizeof awkward)];
      g_autofree char *exact = g_memdup2 (text, n);
      g_autoptr (BlCsv) csv = bl_csv_parse (exact, n, "x.csv", NULL, NULL, NULL);
      if (csv == NULL)
        continue;
      gsize held = 0;
      for (guint r = 0; r < bl_csv_get_n_records (csv); r++)
        for (guint c = 0; c < bl_csv_get_width (csv, r); c++)
          held += strlen (bl_csv_get_cell (csv, r, c));
      g_assert_cmpuint (held, <=, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/truths", test_truths);
  g_test_add_func ("/csv/encoding-asked", test_encoding_asked);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/ragged", test_ragged);
  g_test_add_func ("/csv/delimiters", test_delimiters);
  g_test_add_func ("/csv/utf-16", test_utf16);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/no-file", test_no_file);
  g_test_add_func ("/csv/stray-quotes", test_stray_quotes);
  g_test_add_func ("/csv/cancelled", test_cancelled);
  g_test_add_func ("/csv/random", test_random);
  return g_test_run ();
}
