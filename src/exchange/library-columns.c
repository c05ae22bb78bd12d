/* library-columns.c: where the columns of a list of libraries go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "library-rows-private.h"
#include "targets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *target;
  BlLibraryRole role;
} roles[] = {
  { "service", BL_LIBRARY_ROLE_SERVICE },     { "type", BL_LIBRARY_ROLE_TYPE },           { "longitude", BL_LIBRARY_ROLE_LONGITUDE },
  { "latitude", BL_LIBRARY_ROLE_LATITUDE },   { "co-located-flag", BL_LIBRARY_ROLE_FLAG }, { "contact", BL_LIBRARY_ROLE_CONTACT },
};

BlLibraryColumns *
bl_library_columns_new (BlImportPlan *plan)
{
  BlLibraryColumns *self = g_new0 (BlLibraryColumns, 1);

  self->plan = plan;
  self->n = bl_sheet_get_n_columns (plan->sheet);
  self->columns = g_new0 (BlLibraryColumn, self->n + 1);
  for (guint c = 0; c < self->n; c++)
    {
      BlLibraryColumn *column = &self->columns[c];
      const char *target = bl_import_plan_column_target (plan, c), *stem;

      if (target == NULL)
        continue;
      column->year = bl_target_get_year (target, &stem);
      if (stem != NULL)
        column->role = g_str_equal (stem, "operation") ? BL_LIBRARY_ROLE_OPERATION : BL_LIBRARY_ROLE_STATUTORY;
      else
        {
          column->field = bl_library_field_find (target);
          column->role = column->field >= 0 ? BL_LIBRARY_ROLE_FIELD : BL_LIBRARY_ROLE_NONE;
          for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
            if (g_str_equal (roles[i].target, target))
              column->role = roles[i].role;
        }
      if (column->role == BL_LIBRARY_ROLE_FLAG)
        {
          const char *name = bl_sheet_get_column (plan->sheet, c);
          gsize skip = g_ascii_strncasecmp (name, "co-located ", 11) == 0 ? 11 : 0;
          column->label = g_ascii_strdown (name + skip, -1);
        }
    }
  self->easting = bl_import_plan_find_target (plan, "easting");
  self->northing = bl_import_plan_find_target (plan, "northing");
  self->longitude = bl_import_plan_find_target (plan, "longitude");
  self->latitude = bl_import_plan_find_target (plan, "latitude");
  self->type = bl_import_plan_find_target (plan, "type");
  return self;
}

void
bl_library_columns_free (BlLibraryColumns *columns)
{
  if (columns == NULL)
    return;
  for (guint c = 0; c < columns->n; c++)
    g_free (columns->columns[c].label);
  g_free (columns->columns);
  g_free (columns);
}

int
bl_library_columns_find (const BlLibraryColumns *columns, const char *target)
{
  return bl_import_plan_find_target (columns->plan, target);
}

/* --- Notes on columns ----------------------------------------------------- */

/* How many of the codes of before 2021 stand in @column, each counted once. */
static guint
count_older_codes (BlImportPlan *plan, GPtrArray *rows, guint column)
{
  static const char *const codes[] = { "LAL", "LAL-", "CL", "CRL", "ICL" };
  gboolean seen[G_N_ELEMENTS (codes)] = { FALSE };
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const BlLibraryRow *row = g_ptr_array_index (rows, i);
      g_autofree char *cell = g_strstrip (g_ascii_strup (bl_sheet_get_cell (plan->sheet, row->row, column), -1));
      for (guint k = 0; k < G_N_ELEMENTS (codes); k++)
        seen[k] = seen[k] || g_str_equal (codes[k], cell);
    }
  /* ICL is in use still: alone it is not old. */
  for (guint k = 0; k + 1 < G_N_ELEMENTS (codes); k++)
    n += seen[k];
  return n > 0 ? n + seen[G_N_ELEMENTS (codes) - 1] : 0;
}

void
bl_library_rows_note_columns (BlImportPlan *plan, GPtrArray *rows)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      BlImportColumn *column = bl_import_plan_get_column (plan, c);
      const char *target = bl_import_column_get_target (column), *stem = NULL;
      int field = target != NULL ? bl_library_field_find (target) : -1;
      guint filled = 0, older = 0;

      if (target != NULL)
        bl_target_get_year (target, &stem);
      for (guint i = 0; i < rows->len; i++)
        {
          const BlLibraryRow *row = g_ptr_array_index (rows, i);
          filled += !bl_cell_is_blank (bl_sheet_get_cell (plan->sheet, row->row, c));
        }
      if (g_strcmp0 (stem, "operation") == 0)
        older = count_older_codes (plan, rows, c);
      if (filled == 0)
        bl_import_column_take_note (column, g_strdup (_ ("nothing to read")), FALSE);
      else if (target == NULL)
        bl_import_column_take_note (column, g_strdup (_ ("not brought in")), FALSE);
      else if (older > 0)
        bl_import_column_take_note (
            column, g_strdup_printf (ngettext ("%u older code understood", "%u older codes understood", older), older), FALSE);
      else if (field >= BL_LIBRARY_MONDAY && field < BL_LIBRARY_MONDAY_CLASS)
        {
          guint read = 0;
          for (guint i = 0; i < rows->len; i++)
            {
              const BlLibraryRow *row = g_ptr_array_index (rows, i);
              read += row->fields[field] != NULL;
            }
          bl_import_column_take_note (column, g_strdup_printf (ngettext ("%u time read", "%u times read", read), read),
                                      read < filled);
        }
      else if (filled == rows->len)
        bl_import_column_take_note (column, g_strdup_printf (_ ("all %u filled"), filled), FALSE);
      else
        {
          guint empty = rows->len - filled;
          gboolean matters = field == BL_LIBRARY_NAME || field == BL_LIBRARY_UPRN || field == BL_LIBRARY_EASTING
                             || field == BL_LIBRARY_NORTHING || field == BL_LIBRARY_POSTCODE;
          bl_import_column_take_note (
              column, g_strdup_printf (ngettext ("%u row is empty", "%u rows are empty", empty), empty), matters);
        }
    }
}
