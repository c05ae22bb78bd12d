/* workbook.c: spreadsheets, read through GDAL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <glib/gi18n-lib.h>
#include <ogr_api.h>
#include <stdio.h>
#include <string.h>

/* What a workbook may unpack to, and the cells it may hold: more is refused, since GDAL holds it all in memory. */
#define MAX_UNPACKED (G_GUINT64_CONSTANT (1) << 30)
#define MAX_CELLS (16 * 1024 * 1024)

static void CPL_STDCALL
on_gdal_error (CPLErr level, CPLErrorNum number, const char *message)
{
  GString *said = CPLGetErrorHandlerUserData ();

  if (level >= CE_Failure && said->len == 0)
    {
      g_autofree char *valid = g_utf8_make_valid (message, -1); /* it may quote the file */

      g_string_assign (said, valid);
    }
}

static void
row_free (gpointer row)
{
  g_strfreev (row);
}

gboolean
bl_workbook_is_likely (const char *path)
{
  char start[4] = { 0 };
  FILE *file = fopen (path, "rb");

  if (file == NULL)
    return FALSE;
  size_t n = fread (start, 1, sizeof start, file);
  fclose (file);
  return n == sizeof start && memcmp (start, "PK\003\004", sizeof start) == 0;
}

/* Refuses an archive that promises more than the bound before any of it is unpacked. */
static gboolean
check_unpacked_size (const char *path, const char *name, GError **error)
{
  g_autofree char *archive = g_strconcat ("/vsizip/", path, NULL);
  char **members = VSIReadDirRecursive (archive);
  guint64 promised = 0;

  for (char **member = members; member != NULL && *member != NULL; member++)
    {
      g_autofree char *inside = g_build_filename (archive, *member, NULL);
      VSIStatBufL info;
      if (VSIStatL (inside, &info) == 0)
        promised += info.st_size;
    }
  CSLDestroy (members);
  if (promised > MAX_UNPACKED)
    {
      g_autofree char *size = g_format_size (promised);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                   _ ("“%s” promises to unpack to %s: too much to read safely"), name, size);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_layer (BlWorkbook *book,
            OGRLayerH layer,
            const char *name,
            guint *n_filled,
            GCancellable *cancellable,
            GError **error)
{
  OGRFeatureDefnH definition = OGR_L_GetLayerDefn (layer);
  guint n_columns = OGR_FD_GetFieldCount (definition);
  OGRFeatureH feature;

  book->n_columns = n_columns;
  book->sheet = g_strdup (OGR_L_GetName (layer));
  book->rows = g_ptr_array_new_with_free_func (row_free);
  *n_filled = 0;
  OGR_L_ResetReading (layer);
  while ((feature = OGR_L_GetNextFeature (layer)) != NULL)
    {
      char **row = g_new0 (char *, n_columns + 1);
      for (guint c = 0; c < n_columns; c++)
        {
          row[c] = OGR_F_IsFieldSetAndNotNull (feature, c)
                       ? g_utf8_make_valid (OGR_F_GetFieldAsString (feature, c), -1)
                       : g_strdup ("");
          *n_filled += row[c][0] != '\0';
        }
      OGR_F_Destroy (feature);
      g_ptr_array_add (book->rows, row);
      if ((guint64) book->rows->len * n_columns > MAX_CELLS)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” has more cells than can be read"),
                       name);
          return FALSE;
        }
      if ((book->rows->len & 0xff) == 0 && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CANCELLED, _ ("Reading “%s” was stopped"), name);
          return FALSE;
        }
    }
  return TRUE;
}

/* All sheets are looked at; the fullest wins, the earlier of two alike. */
static BlWorkbook *
read_dataset (GDALDatasetH dataset, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (BlWorkbook) best = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint best_filled = 0, best_index = 0;

  for (int i = 0; i < GDALDatasetGetLayerCount (dataset); i++)
    {
      g_autoptr (BlWorkbook) book = g_new0 (BlWorkbook, 1);
      OGRLayerH layer = GDALDatasetGetLayer (dataset, i);
      guint filled = 0;

      g_ptr_array_add (names, g_strdup (OGR_L_GetName (layer)));
      if (!read_layer (book, layer, name, &filled, cancellable, error))
        return NULL;
      if (filled > best_filled)
        {
          g_clear_pointer (&best, bl_workbook_free);
          best = g_steal_pointer (&book);
          best_filled = filled;
          best_index = i;
        }
    }
  if (best == NULL)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” has no sheet with anything in it"), name);
      return NULL;
    }
  if (names->len > 1)
    {
      g_ptr_array_remove_index (names, best_index);
      g_ptr_array_add (names, NULL);
      best->other_sheets = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
    }
  best->format = g_ascii_strup (GDALGetDriverShortName (GDALGetDatasetDriver (dataset)), -1);
  return g_steal_pointer (&best);
}

BlWorkbook *
bl_workbook_read (const char *path, GCancellable *cancellable, GError **error)
{
  static const char *const drivers[] = { "XLSX", "ODS", NULL };
  g_autofree char *name = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (BlWorkbook) book = NULL;
  g_autoptr (GError) wrong = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  if (GDALGetDriverByName ("XLSX") == NULL || GDALGetDriverByName ("ODS") == NULL)
    GDALAllRegister ();
  CPLPushErrorHandlerEx (on_gdal_error, said);
  if (check_unpacked_size (path, name, &wrong))
    {
      /* Every cell as it stands: GDAL would take a header for data, and codes for numbers. */
      CPLSetThreadLocalConfigOption ("OGR_XLSX_HEADERS", "DISABLE");
      CPLSetThreadLocalConfigOption ("OGR_XLSX_FIELD_TYPES", "STRING");
      CPLSetThreadLocalConfigOption ("OGR_ODS_HEADERS", "DISABLE");
      CPLSetThreadLocalConfigOption ("OGR_ODS_FIELD_TYPES", "STRING");
      GDALDatasetH dataset = GDALOpenEx (path, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, NULL, NULL);
      if (dataset != NULL)
        {
          book = read_dataset (dataset, name, cancellable, &wrong);
          GDALClose (dataset);
        }
      CPLSetThreadLocalConfigOption ("OGR_XLSX_HEADERS", NULL);
      CPLSetThreadLocalConfigOption ("OGR_XLSX_FIELD_TYPES", NULL);
      CPLSetThreadLocalConfigOption ("OGR_ODS_HEADERS", NULL);
      CPLSetThreadLocalConfigOption ("OGR_ODS_FIELD_TYPES", NULL);
      if (dataset == NULL)
        g_set_error (&wrong, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ,
                     _ ("“%s” is not a workbook that can be read (XLSX or ODS): it may be damaged, or have the "
                        "wrong ending"),
                     name);
      else if (wrong == NULL && said->len > 0)
        g_set_error (&wrong, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_READ, _ ("“%s” is damaged: %s"), name, said->str);
    }
  CPLPopErrorHandler ();
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }
  return g_steal_pointer (&book);
}

void
bl_workbook_free (BlWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  g_free (workbook->format);
  g_free (workbook->sheet);
  g_strfreev (workbook->other_sheets);
  g_clear_pointer (&workbook->rows, g_ptr_array_unref);
  g_free (workbook);
}
