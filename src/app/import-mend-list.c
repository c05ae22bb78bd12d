/* import-mend-list.c: the rows of a file that need a look, as a file of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-mend-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import-plan.h"

static void
append_cell (GString *csv, const char *text, const char *end)
{
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    text = "";
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append_printf (csv, "%s%s", text, end);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  g_string_append_c (csv, '"');
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "\"\"" : "", parts[i]);
  g_string_append_printf (csv, "\"%s", end);
}

GBytes *
bl_import_mend_list_to_csv (GListModel *mends)
{
  GString *csv = g_string_new ("\357\273\277");

  append_cell (csv, _("Row"), ",");
  append_cell (csv, _("Line"), ",");
  append_cell (csv, _("Name"), ",");
  append_cell (csv, _("Column"), ",");
  append_cell (csv, _("What is wrong"), ",");
  append_cell (csv, _("What will be done"), ",");
  append_cell (csv, _("Wanted"), "\r\n");
  for (guint i = 0; i < g_list_model_get_n_items (mends); i++)
    {
      g_autoptr (BlImportMend) mend = g_list_model_get_item (mends, i);
      g_autofree char *field = NULL, *line_text = NULL, *row_text = NULL;
      guint line = 0;

      g_object_get (mend, "field", &field, "line", &line, NULL);
      row_text = g_strdup_printf ("%u", bl_import_mend_get_row (mend));
      line_text = g_strdup_printf ("%u", line);
      append_cell (csv, row_text, ",");
      append_cell (csv, line > 0 ? line_text : "", ",");
      append_cell (csv, bl_import_mend_get_record (mend), ",");
      append_cell (csv, field, ",");
      append_cell (csv, bl_import_mend_get_reason (mend), ",");
      append_cell (csv, bl_import_mend_get_remedy (mend), ",");
      append_cell (csv, bl_import_mend_get_accepted (mend) ? _("yes") : _("no"), "\r\n");
    }
  return g_string_free_to_bytes (csv);
}
