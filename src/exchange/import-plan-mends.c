/* import-plan-mends.c: rows that need a look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-mend-private.h"
#include "import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More refusals than this in one file mean that a column is wrongly chosen: they are not offered one by one. */
#define MAX_REFUSALS 200

static void
on_accepted (BlImportPlan *self)
{
  self->stale = TRUE;
}

static gboolean
note_mend (BlImportPlan *self,
           guint row,
           const char *record,
           const char *field,
           const char *reason,
           const char *remedy,
           gboolean accepted)
{
  /* What stands in no row of a table is row 0. */
  guint number = self->sheet != NULL ? bl_sheet_get_row_number (self->sheet, row) : 0;
  guint line = self->sheet != NULL ? bl_sheet_get_line (self->sheet, row) : 0;
  g_autofree char *key = bl_import_mend_key (number, field, reason, remedy);
  BlImportMend *mend = g_hash_table_lookup (self->old_mends, key);

  if (mend != NULL)
    g_object_ref (mend);
  else
    {
      mend = bl_import_mend_new (number, line, record, field, reason, remedy, accepted);
      g_signal_connect_swapped (mend, "notify::accepted", G_CALLBACK (on_accepted), self);
    }
  g_ptr_array_add (self->new_mends, mend);
  return bl_import_mend_get_accepted (mend);
}

gboolean
bl_import_plan_mend (BlImportPlan *self,
                     guint row,
                     const char *record,
                     const char *field,
                     const char *reason,
                     const char *remedy)
{
  return note_mend (self, row, record, field, reason, remedy, TRUE);
}

gboolean
bl_import_plan_offer (BlImportPlan *self,
                      guint row,
                      const char *record,
                      const char *field,
                      const char *reason,
                      const char *remedy)
{
  return note_mend (self, row, record, field, reason, remedy, FALSE);
}

gboolean
bl_import_plan_refuse (BlImportPlan *self,
                       guint row,
                       const char *record,
                       const char *field,
                       const char *reason,
                       const char *remedy,
                       const char *refusal)
{
  gboolean accepted = FALSE;

  if (self->n_refusals < MAX_REFUSALS)
    accepted = note_mend (self, row, record, field, reason, remedy, FALSE);
  if (!accepted)
    {
      if (self->first_refusal == NULL)
        {
          g_autofree char *where = bl_sheet_where (self->sheet, row);
          self->first_refusal = g_strdup_printf ("%s: %s", where, refusal);
        }
      self->n_refusals++;
    }
  return accepted;
}

/* The list is only touched where it differs: a tick that changes nothing else leaves the rows on the screen alone. */
void
bl_import_plan_show_mends (BlImportPlan *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->mends));
  gboolean same = n == self->new_mends->len;

  for (guint i = 0; i < n && same; i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      same = mend == g_ptr_array_index (self->new_mends, i);
    }
  if (same)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (G_LIST_MODEL (self->mends), i);
      if (!g_ptr_array_find (self->new_mends, mend, NULL))
        g_signal_handlers_disconnect_by_data (mend, self);
    }
  g_list_store_splice (self->mends, 0, n, self->new_mends->pdata, self->new_mends->len);
}

/* --- Rows of any table --------------------------------------------------- */

gboolean
bl_import_plan_row_is_empty (BlImportPlan *self, guint row)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (self->sheet); c++)
    for (const char *p = bl_sheet_get_cell (self->sheet, row, c); *p != '\0'; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

gboolean *
bl_import_plan_check_rows (BlImportPlan *self, BlImportReport *report)
{
  guint n = bl_sheet_get_n_rows (self->sheet), width = bl_sheet_get_n_columns (self->sheet), line = 0;
  gboolean *left_out = g_new0 (gboolean, n + 1);
  const char *const *others = bl_sheet_get_other_sheets (self->sheet);

  if (bl_sheet_get_n_stray_quotes (self->sheet, &line) > 0)
    bl_import_report_warn (report, line, NULL,
                           _ ("Line %u has text after a closing quotation mark: look whether a mark is missing"), line);
  if (others != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) others);
      bl_import_report_warn (report, 0, NULL, _ ("Other sheets of the workbook were not read: %s"), list);
    }
  for (guint r = 0; r < n && bl_sheet_get_n_ragged (self->sheet, NULL) > 0; r++)
    {
      guint cells = bl_sheet_get_width (self->sheet, r), extra = 0;

      if (cells == width)
        continue;
      for (guint c = width; c < cells; c++)
        extra += bl_sheet_get_cell (self->sheet, r, c)[0] != '\0';
      /* Blank cells past the header are a spreadsheet's habit and hide nothing. */
      if (cells > width && extra == 0)
        continue;
      g_autofree char *reason = g_strdup_printf (
          ngettext ("The row has %u cell where the header has %u", "The row has %u cells where the header has %u", cells),
          cells, width);
      g_autofree char *refusal = g_strdup_printf (
          ngettext ("this row has %u cell where the header has %u: mend the row, or leave it out",
                    "this row has %u cells where the header has %u: mend the row, or leave it out", cells),
          cells, width);
      if (bl_import_plan_refuse (self, r, bl_sheet_get_cell (self->sheet, r, 0), NULL, reason, _ ("Leave the row out"),
                                 refusal))
        left_out[r] = TRUE;
    }
  return left_out;
}
