/* test-bad-files.c: files that are not what they should be leave the project as it was
 *
 * Every one ends in a message a person can act on, names the file, and leaves
 * neither a change nor a step to undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include <string.h>

/* Two squares of a kilometre in the middle of England, as WGS 84. */
#define FEATURE(properties, coordinates)                                                                               \
  "{\"type\":\"Feature\",\"properties\":{" properties "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" coordinates "}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define WEST "[[[-1.60,53.00],[-1.58,53.00],[-1.58,53.01],[-1.60,53.01],[-1.60,53.00]]]"
#define EAST "[[[-1.58,53.00],[-1.56,53.00],[-1.56,53.01],[-1.58,53.01],[-1.58,53.00]]]"
#define GOOD_AREAS                                                                                                     \
  COLLECTION (FEATURE ("\"LSOA11CD\":\"E01000001\",\"LSOA11NM\":\"West\"", WEST) "," FEATURE (                         \
      "\"LSOA11CD\":\"E01000002\",\"LSOA11NM\":\"East\"", EAST))
#define LIBRARY_HEADER "Reporting service,Name,Type,Postcode,Easting,Northing,Operation in 2023,Statutory in 2023\n"
#define GOOD_LIBRARY "Midshire Council,Central Library,Static Library,AB1 2CD,427000,346000,LA,Yes\n"

typedef struct
{
  BlProject *project;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *areas = NULL, *libraries = NULL, *values = NULL;
  BlImportOptions found = { 0 };

  fixture->folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  fixture->project = fixture_project ("Midshire Council", NULL, NULL);
  areas = fixture_file (fixture->folder, "good.geojson", GOOD_AREAS, -1);
  libraries = fixture_file (fixture->folder, "good-libraries.csv", LIBRARY_HEADER GOOD_LIBRARY, -1);
  values = fixture_file (fixture->folder, "good-values.csv", "LSOA code,pop\nE01000001,1000\nE01000002,\"2,000\"\n", -1);
  g_autoptr (BlImportReport) first = fixture_import (fixture->project, areas, &found);
  g_autoptr (BlImportReport) second = fixture_import (fixture->project, libraries, &found);
  g_autoptr (BlImportReport) third = fixture_import (fixture->project, values, &found);
  g_assert_cmpuint (first->added, ==, 2);
  g_assert_cmpuint (second->added, ==, 1);
  g_assert_cmpuint (third->added, ==, 2);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        g_rmdir (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
  remove_all (fixture->folder);
  g_free (fixture->folder);
}

/* Tries @path every way a caller can, and looks that nothing came of it. */
static void
refuse (Fixture *fixture, const char *path, const BlImportOptions *options, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = fixture_bytes (fixture->project), after = NULL;
  guint64 revision = bl_project_get_revision (fixture->project);
  g_autofree char *undo = g_strdup (bl_project_get_undo_name (fixture->project));
  g_autoptr (BlImportPlan) plan = bl_import_plan_new (fixture->project, path, options, NULL, &error);

  if (plan != NULL)
    {
      g_assert_null (bl_import_plan_preview (plan, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_null (bl_import_plan_apply (plan, fixture->project, &error));
    }
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, BL_EXCHANGE_ERROR, code);
  if (words != NULL)
    g_assert_nonnull (strstr (error->message, words));
  g_assert_false (bl_project_in_transaction (fixture->project));
  after = fixture_bytes (fixture->project);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (bl_project_get_revision (fixture->project), ==, revision);
  g_assert_cmpstr (bl_project_get_undo_name (fixture->project), ==, undo);
}

/* --- Tables --------------------------------------------------------------- */

typedef struct
{
  const char *label;
  const char *name, *text;
  gssize length; /* -1: to the NUL */
  BlImportKind kind;
  int code;
  const char *words;
} Case;

static const Case cases[] = {
  { "empty", "empty.csv", "", -1, BL_IMPORT_LIBRARIES, BL_EXCHANGE_ERROR_READ, "“empty.csv” is empty" },
  { "blank", "blank.csv", "\n \n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ, "nothing but blanks" },
  { "header-only", "header.csv", LIBRARY_HEADER, -1, BL_IMPORT_LIBRARIES, BL_EXCHANGE_ERROR_CONTENT, "no rows" },
  { "truncated", "cut.csv", LIBRARY_HEADER GOOD_LIBRARY "Midshire Council,North Libr", -1, BL_IMPORT_LIBRARIES,
    BL_EXCHANGE_ERROR_CONTENT, "cut.csv:3: this row has 2 cells where the header has 8" },
  { "truncated-in-quotes", "cut.csv", LIBRARY_HEADER "Midshire Council,\"North Library", -1, BL_IMPORT_LIBRARIES,
    BL_EXCHANGE_ERROR_READ, "cut.csv:2: a quotation mark" },
  { "open-quote", "quote.csv", "LSOA code,pop\n\"E01000001,1\nE01000002,2\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ,
    "quote.csv:2: a quotation mark opened on this line is never closed" },
  { "ragged", "ragged.csv", "LSOA code,pop\nE01000001,1\nE01000002,2,3\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT,
    "ragged.csv:3: this row has 3 cells where the header has 2" },
  { "wrong-encoding", "latin.csv", LIBRARY_HEADER "Midshire Council,Caf\xE9 Library,Static Library,AB1 2CD,427000,346000,LA,Yes\n",
    -1, BL_IMPORT_LIBRARIES, BL_EXCHANGE_ERROR_ENCODING, "“latin.csv” is not in UTF-8 (line 2)" },
  { "text-in-a-number", "text.csv", "LSOA code,pop\nE01000001,12a\nE01000002,2\n", -1, BL_IMPORT_VALUES,
    BL_EXCHANGE_ERROR_CONTENT, "text.csv:2: “12a” in “pop” is not a number" },
  { "negative-count", "minus.csv", "LSOA code,pop\nE01000001,-3\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT,
    "minus.csv:2: “-3” in “pop” is not a count" },
  { "eleventh-decile", "decile.csv", "LSOA code,imd decile\nE01000001,11\n", -1, BL_IMPORT_VALUES,
    BL_EXCHANGE_ERROR_CONTENT, "is not a decile" },
  { "duplicate-codes", "twice.csv", "LSOA code,pop\nE01000001,1\nE01000002,2\nE01000001,3\n", -1, BL_IMPORT_VALUES,
    BL_EXCHANGE_ERROR_CONTENT, "twice.csv:4: E01000001 stands twice: “pop” is 1 in row 2 and 3 here" },
  { "no-row-of-ours", "other.csv", "LSOA code,pop\nE01009999,1\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT,
    "No row of “other.csv” has the code of an area of this project" },
  { "no-figure", "nothing.csv", "LSOA code,pop\nE01000001,\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT, "no figure" },
  { "no-code-column", "nocode.csv", "colour,pop\nred,1\n", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT,
    "Say which column of “nocode.csv” holds the codes" },
  { "not-recognised", "what.csv", "colour,size\nred,1\n", -1, BL_IMPORT_UNKNOWN, BL_EXCHANGE_ERROR_CONTENT, "“what.csv” is neither" },
  { "no-name-column", "noname.csv", "Reporting service,Postcode\nMidshire Council,AB1 2CD\n", -1, BL_IMPORT_LIBRARIES,
    BL_EXCHANGE_ERROR_CONTENT, "no column with the names of libraries" },
  { "no-row-of-the-service", "theirs.csv", LIBRARY_HEADER "Eastshire Council,North Library,Static Library,AB1 2CD,427000,346000,LA,Yes\n",
    -1, BL_IMPORT_LIBRARIES, BL_EXCHANGE_ERROR_CONTENT, "“theirs.csv” has no row of “Midshire Council”: the nearest names in it are “Eastshire Council”" },
  { "place-outside-britain", "far.csv", LIBRARY_HEADER "Midshire Council,North Library,Static Library,AB1 2CD,9427000,346000,LA,Yes\n",
    -1, BL_IMPORT_LIBRARIES, BL_EXCHANGE_ERROR_CONTENT, "far.csv:2: the place of “North Library”, 9427000, 346000, lies outside Great Britain" },
  { "point-outside-britain", "far.csv", "LSOA code,easting,northing\nE01000001,427000,346000\nE01000002,427000,9346000\n", -1,
    BL_IMPORT_POINTS, BL_EXCHANGE_ERROR_CONTENT, "far.csv:3: the place of E01000002" },
  { "point-of-text", "far.csv", "LSOA code,easting,northing\nE01000001,here,346000\n", -1, BL_IMPORT_POINTS,
    BL_EXCHANGE_ERROR_CONTENT, "far.csv:2: “here” in “easting” is not a number" },
  { "points-twice", "twice.csv", "LSOA code,easting,northing\nE01000001,427000,346000\nE01000001,427100,346000\n", -1,
    BL_IMPORT_POINTS, BL_EXCHANGE_ERROR_CONTENT, "twice.csv:3: E01000001 has another place than in row 2" },
  { "points-without-places", "bare.csv", "LSOA code,pop\nE01000001,1\n", -1, BL_IMPORT_POINTS, BL_EXCHANGE_ERROR_CONTENT,
    "Say which columns of “bare.csv” hold the places" },
  { "vrt", "vrt.csv",
    "<OGRVRTDataSource><OGRVRTLayer name=\"passwd\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>\n",
    -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ, "“vrt.csv” holds XML" },
  { "vrt-as-areas", "vrt.geojson",
    "<OGRVRTDataSource><OGRVRTLayer name=\"good\"><SrcDataSource relativeToVRT=\"1\">good.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>\n",
    -1, BL_IMPORT_AREAS, BL_EXCHANGE_ERROR_READ, "vrt.geojson" },
  { "picture", "picture.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ, "not a table of text" },
  { "old-workbook", "old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ,
    "save it as .xlsx" },
  { "broken-workbook", "broken.xlsx", "PK\003\004\024\0\0\0", 8, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_READ, "“broken.xlsx”" },
  { "table-as-areas", "table.csv", "LSOA code,pop\nE01000001,1\n", -1, BL_IMPORT_AREAS, BL_EXCHANGE_ERROR_CONTENT,
    "a table without outlines" },
  { "areas-as-values", "map.geojson", GOOD_AREAS, -1, BL_IMPORT_VALUES, BL_EXCHANGE_ERROR_CONTENT, "is a map file" },
  { "polygons-without-codes", "nocode.geojson", COLLECTION (FEATURE ("\"colour\":\"red\"", WEST)), -1, BL_IMPORT_AREAS,
    BL_EXCHANGE_ERROR_CONTENT, "nocode.geojson" },
  { "polygons-with-blank-codes", "blank.geojson", COLLECTION (FEATURE ("\"LSOA11CD\":\"\"", WEST) "," FEATURE ("\"LSOA11CD\":null", EAST)),
    -1, BL_IMPORT_AREAS, BL_EXCHANGE_ERROR_CONTENT, "blank.geojson" },
  { "truncated-areas", "cut.geojson",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"LSOA11CD\":\"E01000001\"},\"geometry\":{\"ty", -1,
    BL_IMPORT_AREAS, BL_EXCHANGE_ERROR_READ, "cut.geojson" },
  { "truncated-geopackage", "cut.gpkg", "SQLite format 3\0\x10\0\1\1\0\x40\x20\x20\0\0\0\1\0\0\0\2", 32, BL_IMPORT_AREAS,
    BL_EXCHANGE_ERROR_READ, "cut.gpkg" },
  { "unknown-areas", "what.json", "{\"hello\": \"world\"}", -1, BL_IMPORT_UNKNOWN, BL_EXCHANGE_ERROR_READ, "what.json" },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *bad = data;
  BlImportOptions options = { .kind = bad->kind };
  g_autofree char *path = fixture_file (fixture->folder, bad->name, bad->text, bad->length);

  refuse (fixture, path, &options, bad->code, bad->words);
}

/* --- What is no file, or too much of one ---------------------------------- */

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = g_build_filename (fixture->folder, "none.csv", NULL);
  BlImportOptions options = { 0 };

  refuse (fixture, fixture->folder, &options, BL_EXCHANGE_ERROR_READ, "is a folder");
  refuse (fixture, none, &options, BL_EXCHANGE_ERROR_READ, "There is no file");
}

/* Two thousand million bytes that take no room on the disk. */
static void
test_huge (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "huge.csv", "huge.geojson", "huge.xlsx", "huge.gpkg" };
  BlImportOptions options = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      FILE *file = g_fopen (path, "w");

      g_assert_cmpint (fseeko (file, (off_t) 2 << 30, SEEK_SET), ==, 0);
      fputc ('x', file);
      fclose (file);
      refuse (fixture, path, &options, BL_EXCHANGE_ERROR_READ, "files over");
    }
}

static void
put_big (char *at, guint32 value)
{
  value = GUINT32_TO_BE (value);
  memcpy (at, &value, 4);
}

static void
put_little (char *at, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (at, &value, 4);
}

/* A shapefile of a few hundred bytes whose header, index and table each promise two thousand million. */
static void
test_promising_shapefile (Fixture *fixture, gconstpointer data)
{
  char shp[200] = { 0 }, shx[108] = { 0 }, dbf[100] = { 0 };
  BlImportOptions options = { .kind = BL_IMPORT_AREAS };
  g_autofree char *path = NULL, *index = NULL, *table = NULL;

  put_big (shp, 9994);
  put_big (shp + 24, 0x3FFFFFFF); /* words of two bytes */
  put_little (shp + 28, 1000);
  put_little (shp + 32, 5); /* polygons */
  memcpy (shx, shp, 100);
  /* One shape of two thousand million bytes. */
  put_big (shx + 100, 50);
  put_big (shx + 104, 0x3FFFFFF0);
  put_big (shp + 100, 1);
  put_big (shp + 104, 0x3FFFFFF0);
  put_little (shp + 108, 5);
  put_little (shp + 144, 0x07FFFFFF); /* parts */
  put_little (shp + 148, 0x07FFFFFF); /* points */
  dbf[0] = 3;
  put_little (dbf + 4, 0x7FFFFFFF); /* records */
  dbf[8] = 65;
  dbf[10] = 10;
  memcpy (dbf + 32, "LSOA11CD\0\0\0C", 12);
  dbf[48] = 9;
  dbf[64] = 0x0D;
  path = fixture_file (fixture->folder, "promise.shp", shp, sizeof shp);
  index = fixture_file (fixture->folder, "promise.shx", shx, sizeof shx);
  table = fixture_file (fixture->folder, "promise.dbf", dbf, sizeof dbf);
  refuse (fixture, path, &options, BL_EXCHANGE_ERROR_READ, "promise.shp");
}

/* A workbook of 200 bytes whose list of contents promises two thousand million. */
static void
test_promising_workbook (Fixture *fixture, gconstpointer data)
{
  const char *member = "xl/worksheets/sheet1.xml";
  guint length = strlen (member);
  char zip[256] = { 0 }, *central, *end;
  BlImportOptions options = { 0 };
  g_autofree char *path = NULL;

  put_little (zip, 0x04034B50);
  zip[4] = 20;
  zip[8] = 8; /* deflated */
  put_little (zip + 18, 2);
  put_little (zip + 22, 0x7FFFFFFF);
  zip[26] = length;
  memcpy (zip + 30, member, length);
  zip[30 + length] = 3; /* an empty deflated block */
  central = zip + 30 + length + 2;
  put_little (central, 0x02014B50);
  central[4] = central[6] = 20;
  central[10] = 8;
  put_little (central + 20, 2);
  put_little (central + 24, 0x7FFFFFFF);
  central[28] = length;
  memcpy (central + 46, member, length);
  end = central + 46 + length;
  put_little (end, 0x06054B50);
  end[8] = end[10] = 1;
  put_little (end + 12, 46 + length);
  put_little (end + 16, central - zip);
  path = fixture_file (fixture->folder, "promise.xlsx", zip, end + 22 - zip);
  refuse (fixture, path, &options, BL_EXCHANGE_ERROR_READ, "promises to unpack to");
}

/* --- What was asked for makes no sense ------------------------------------ */

static void
test_options (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *value, *code_field, *encoding;
    int code;
    const char *words;
  } asked[] = {
    { "population=people", NULL, NULL, BL_EXCHANGE_ERROR_CONTENT, "no column “people”: its columns are “LSOA code”, “pop”" },
    { "population=pop", "LSOA21CD", NULL, BL_EXCHANGE_ERROR_CONTENT, "no column “LSOA21CD”" },
    { "population", NULL, NULL, BL_EXCHANGE_ERROR_OPTION, "NAME=COLUMN" },
    { "2nd=pop", NULL, NULL, BL_EXCHANGE_ERROR_OPTION, "cannot be the name of a value" },
    { "population=pop", NULL, "klingon", BL_EXCHANGE_ERROR_OPTION, "klingon" },
  };
  g_autofree char *path = fixture_file (fixture->folder, "values.csv", "LSOA code,pop\nE01000001,5\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      char *values[] = { (char *) asked[i].value, NULL };
      BlImportOptions options = { .kind = BL_IMPORT_VALUES, .values = values, .code_field = asked[i].code_field,
                                  .encoding = asked[i].encoding };
      refuse (fixture, path, &options, asked[i].code, asked[i].words);
    }
}

static void
test_year (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture->folder, "libraries.csv", LIBRARY_HEADER GOOD_LIBRARY, -1);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES, .year = 1999 };

  refuse (fixture, path, &options, BL_EXCHANGE_ERROR_OPTION, "1999");
}

static void
test_several_services (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_file (fixture->folder, "many.csv",
                                        LIBRARY_HEADER GOOD_LIBRARY "Eastshire Council,B,Static Library,AB1 2CD,427000,346000,LA,Yes\n", -1);
  BlImportOptions options = { .kind = BL_IMPORT_LIBRARIES };

  g_set_object (&fixture->project, NULL);
  fixture->project = fixture_project (NULL, NULL, NULL);
  refuse (fixture, path, &options, BL_EXCHANGE_ERROR_OPTION, "holds 2 library services");
}

/* Of two columns of codes the one that the project knows is taken; the other stays out. */
static void
test_two_codes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
      = fixture_file (fixture->folder, "two.csv", "OA11CD,LSOA11CD,pop\nE00000001,E01000002,5\nE00000002,E01000001,6\n", -1);
  BlImportOptions found = { 0 };
  g_autoptr (BlImportReport) report = fixture_import (fixture->project, path, &found);
  const double *numbers = bl_table_get_numbers (
      bl_record_get_table (BL_RECORD (bl_project_find_value (fixture->project, "population")), "numbers"));

  g_assert_cmpuint (report->updated, ==, 2);
  g_assert_cmpfloat (numbers[0], ==, 6);
  g_assert_cmpfloat (numbers[1], ==, 5);
}

/* --- What a yes makes good ------------------------------------------------ */

static void
accept_all (BlImportPlan *plan)
{
  GListModel *mends = bl_import_plan_get_mends (plan);

  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      g_assert_false (bl_import_mend_get_accepted (mend));
      bl_import_mend_set_accepted (mend, TRUE);
    }
}

static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *values = fixture_file (fixture->folder, "values.csv",
                                          "LSOA code,pop\nE01000001,12a\nE01000002,7\nE01000002,8\n", -1);
  g_autofree char *libraries = fixture_file (
      fixture->folder, "libraries.csv",
      LIBRARY_HEADER "Midshire Council,North Library,Static Library,AB1 2CD,9427000,346000,LA,Yes\n"
                     "Midshire Council,South Library\n",
      -1);
  BlImportOptions found = { 0 };
  g_autoptr (GError) error = NULL;

  g_autoptr (BlImportPlan) plan = bl_import_plan_new (fixture->project, values, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bl_import_plan_preview (plan, NULL));
  accept_all (plan);
  g_autoptr (BlImportReport) report = bl_import_plan_apply (plan, fixture->project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->updated, ==, 1);
  g_assert_cmpuint (report->skipped, ==, 2);
  g_assert_cmpuint (fixture_reason (report, "a code that stands twice with different figures"), ==, 1);
  /* What was mended is told. */
  g_assert_cmpuint (report->warnings->len, ==, 2);
  const BlImportWarning *warning = g_ptr_array_index (report->warnings, 0);
  g_assert_cmpuint (warning->row, ==, 2);
  g_assert_cmpstr (warning->field, ==, "pop");
  const double *numbers = bl_table_get_numbers (
      bl_record_get_table (BL_RECORD (bl_project_find_value (fixture->project, "population")), "numbers"));
  /* What could not be read left alone what was known. */
  g_assert_cmpfloat (numbers[0], ==, 1000);
  g_assert_cmpfloat (numbers[1], ==, 7);

  g_autoptr (BlImportPlan) more = bl_import_plan_new (fixture->project, libraries, &found, NULL, &error);
  g_assert_no_error (error);
  accept_all (more);
  g_autoptr (BlImportReport) libraries_report = bl_import_plan_apply (more, fixture->project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (libraries_report->added, ==, 1);
  g_assert_cmpuint (libraries_report->skipped, ==, 1);
  g_assert_false (bl_library_get_point (fixture_library (fixture->project, "North Library"), &(BlPoint) { 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-files/", cases[i].label, NULL);
      g_test_add (path, Fixture, &cases[i], set_up, test_case, tear_down);
    }
  g_test_add ("/bad-files/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/bad-files/huge", Fixture, NULL, set_up, test_huge, tear_down);
  g_test_add ("/bad-files/promising-shapefile", Fixture, NULL, set_up, test_promising_shapefile, tear_down);
  g_test_add ("/bad-files/promising-workbook", Fixture, NULL, set_up, test_promising_workbook, tear_down);
  g_test_add ("/bad-files/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/bad-files/year", Fixture, NULL, set_up, test_year, tear_down);
  g_test_add ("/bad-files/several-services", Fixture, NULL, set_up, test_several_services, tear_down);
  g_test_add ("/bad-files/two-codes", Fixture, NULL, set_up, test_two_codes, tear_down);
  g_test_add ("/bad-files/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  return g_test_run ();
}
