/* test-sheet.c: one table of cells from text and from workbooks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sheet.h"
#include "targets.h"

#include <gdal.h>
#include <ogr_api.h>
#include <string.h>

static const char *const notes[] = { "Made by", "the council" };
static const char *const header[] = { "Library name", "UPRN", "Postcode" };
static const char *const first[] = { "Ä Library", "004510091960", "AB1 2CD" };
static const char *const second[] = { "B Library", "", "AB1 2CE" };

static void
add_row (OGRLayerH layer, const char *const *cells, guint n)
{
  OGRFeatureH feature = OGR_F_Create (OGR_L_GetLayerDefn (layer));

  for (guint i = 0; i < n; i++)
    if (*cells[i] != '\0')
      OGR_F_SetFieldString (feature, i, cells[i]);
  g_assert_cmpint (OGR_L_CreateFeature (layer, feature), ==, OGRERR_NONE);
  OGR_F_Destroy (feature);
}

static OGRLayerH
add_sheet (GDALDatasetH workbook, const char *name, const char *const *columns, guint n)
{
  OGRLayerH layer = GDALDatasetCreateLayer (workbook, name, NULL, wkbNone, NULL);

  for (guint i = 0; i < n; i++)
    {
      OGRFieldDefnH field = OGR_Fld_Create (columns[i], OFTString);
      g_assert_cmpint (OGR_L_CreateField (layer, field, TRUE), ==, OGRERR_NONE);
      OGR_Fld_Destroy (field);
    }
  return layer;
}

/* A workbook with a cover and the list behind it. */
static void
make_workbook (const char *driver, const char *path)
{
  GDALDatasetH workbook;
  OGRLayerH layer;

  GDALAllRegister ();
  workbook = GDALCreate (GDALGetDriverByName (driver), path, 0, 0, 0, GDT_Unknown, NULL);
  g_assert_nonnull (workbook);
  layer = add_sheet (workbook, "Cover", notes, 2);
  add_row (layer, notes, 2);
  layer = add_sheet (workbook, "Libraries", header, 3);
  add_row (layer, first, 3);
  add_row (layer, second, 3);
  GDALClose (workbook);
}

static void
test_workbook (gconstpointer data)
{
  const char *driver = data;
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *file = g_strdup_printf ("book.%s", g_str_equal (driver, "XLSX") ? "xlsx" : "ods");
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL, *described = NULL, *expected = NULL, *words = NULL;

  make_workbook (driver, path);
  g_autoptr (BlSheet) sheet = bl_sheet_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_sheet_get_format (sheet), ==, driver);
  g_assert_cmpuint (bl_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpuint (bl_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (bl_sheet_get_column (sheet, 1), ==, "UPRN");
  g_assert_cmpstr (bl_sheet_get_cell (sheet, 0, 0), ==, "Ä Library");
  /* A code is no number: its noughts are still there. */
  g_assert_cmpstr (bl_sheet_get_cell (sheet, 0, 1), ==, "004510091960");
  g_assert_cmpstr (bl_sheet_get_cell (sheet, 1, 1), ==, "");
  g_assert_cmpuint (bl_sheet_get_row_number (sheet, 1), ==, 3);
  where = bl_sheet_where (sheet, 1);
  expected = g_strdup_printf ("%s[Libraries]:3", file);
  g_assert_cmpstr (where, ==, expected);
  described = bl_sheet_describe (sheet);
  words = g_strdup_printf ("%s: 2 rows, 3 columns, sheet “Libraries”", file);
  g_assert_cmpstr (described, ==, words);
  g_assert_cmpstr (bl_sheet_get_other_sheets (sheet)[0], ==, "Cover");

  /* And through the whole of an import. */
  g_autoptr (BlProject) project = fixture_project (NULL, NULL, NULL);
  BlImportOptions options = { .service = "Midshire Council" };
  g_autoptr (BlImportReport) report = fixture_import (project, path, &options);
  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (fixture_library (project, "Ä Library")), "uprn"), ==, "4510091960");
  g_assert_cmpstr (bl_record_get_text (BL_RECORD (bl_project_get_service (project)), "name"), ==, "Midshire Council");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_workbook_cut (gconstpointer data)
{
  const char *driver = data;
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, g_str_equal (driver, "XLSX") ? "book.xlsx" : "book.ods", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  make_workbook (driver, path);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint i = 1; i < 8; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (g_file_set_contents (path, bytes, length * i / 8, NULL));
      g_assert_null (bl_sheet_read (path, NULL, NULL, &error));
      g_assert_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ);
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* Titles and blank lines above a header are passed over, and rows keep their numbers. */
static void
test_preamble (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = fixture_file (folder, "a.csv", "Libraries of Midshire\n\nName,Postcode,Notes\nA,AB1 2CD,\"x\ny\"\nB,AB1 2CE,\n", -1);
  g_autofree char *where = NULL;
  g_autoptr (BlSheet) sheet = bl_sheet_read (path, NULL, NULL, NULL);

  g_assert_cmpuint (bl_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (bl_sheet_get_column (sheet, 0), ==, "Name");
  g_assert_cmpuint (bl_sheet_get_row_number (sheet, 1), ==, 4);
  g_assert_cmpuint (bl_sheet_get_line (sheet, 1), ==, 6);
  where = bl_sheet_where (sheet, 1);
  g_assert_cmpstr (where, ==, "a.csv:6");
  g_assert_cmpuint (bl_sheet_get_n_ragged (sheet, NULL), ==, 0);
  g_assert_cmpint (bl_sheet_find_column (sheet, " POSTCODE"), ==, 1);
  g_assert_cmpint (bl_sheet_find_column (sheet, "Colour"), ==, -1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_targets (void)
{
  static const struct
  {
    BlImportKind kind;
    const char *column, *target;
  } cases[] = {
    { BL_IMPORT_LIBRARIES, "Namr", "name" },
    { BL_IMPORT_LIBRARIES, "Library_Name ", "name" },
    { BL_IMPORT_LIBRARIES, "Operation in 2019", "operation-2019" },
    { BL_IMPORT_LIBRARIES, "Statutory in 2010", "statutory-2010" },
    { BL_IMPORT_LIBRARIES, "Tues", "tuesday" },
    { BL_IMPORT_LIBRARIES, "Sunday unstaffed hours", "sunday-unstaffed" },
    { BL_IMPORT_LIBRARIES, "Monday opening times", "monday-class" },
    { BL_IMPORT_LIBRARIES, "Co-located catering, bars or pub", "co-located-flag" },
    { BL_IMPORT_LIBRARIES, "Co-located other text", "co-located-with" },
    { BL_IMPORT_LIBRARIES, "Special hours", NULL },
    { BL_IMPORT_LIBRARIES, "", NULL },
    { BL_IMPORT_POINTS, "oa11cd", "code" },
    { BL_IMPORT_POINTS, "X", "x" },
    { BL_IMPORT_VALUES, "LSOA code (2011)", "code" },
    { BL_IMPORT_VALUES, "Index of Multiple Deprivation (IMD) Decile", "value:imd_decile" },
    { BL_IMPORT_VALUES, "pop", "value:population" },
    { BL_IMPORT_VALUES, "Total population: mid 2015 (excluding prisoners)", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].column);
      g_assert_cmpstr (bl_target_find (cases[i].kind, cases[i].column), ==, cases[i].target);
    }
  g_autofree char *title = bl_target_title (BL_IMPORT_LIBRARIES, "operation-2019");
  g_assert_cmpstr (title, ==, "Run by, 2019");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_data_func ("/sheet/xlsx", "XLSX", test_workbook);
  g_test_add_data_func ("/sheet/ods", "ODS", test_workbook);
  g_test_add_data_func ("/sheet/xlsx-cut", "XLSX", test_workbook_cut);
  g_test_add_data_func ("/sheet/ods-cut", "ODS", test_workbook_cut);
  g_test_add_func ("/sheet/preamble", test_preamble);
  g_test_add_func ("/sheet/targets", test_targets);
  return g_test_run ();
}
