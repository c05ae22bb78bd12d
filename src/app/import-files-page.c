/* import-files-page.c: several files on their way into a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-files-page.h"

#include <glib/gi18n-lib.h>

#include "import-report-view.h"

struct _BlImportFilesPage
{
  AdwBin parent_instance;

  GtkLabel *finding;
  GtkListBox *list;

  GPtrArray *entries;
};

enum
{
  ENTRY_ACTIVATED,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlImportFilesPage, bl_import_files_page, ADW_TYPE_BIN)

/* --- Entries ------------------------------------------------------------------ */

BlImportEntry *
bl_import_entry_new (GFile *file)
{
  BlImportEntry *entry = g_new0 (BlImportEntry, 1);

  entry->file = g_object_ref (file);
  return entry;
}

void
bl_import_entry_free (BlImportEntry *entry)
{
  g_object_unref (entry->file);
  g_clear_object (&entry->plan);
  g_clear_error (&entry->error);
  g_free (entry->encoding);
  g_free (entry->crs);
  g_free (entry->code_field);
  g_free (entry);
}

char *
bl_import_entry_dup_name (const BlImportEntry *entry)
{
  g_autofree char *base = g_file_get_basename (entry->file);

  return base != NULL ? g_filename_display_name (base) : g_strdup ("");
}

gboolean
bl_import_entry_comes_in (const BlImportEntry *entry, char **why)
{
  g_autoptr (GError) error = NULL;
  const BlImportReport *report;

  if (why != NULL)
    *why = NULL;
  if (entry->plan == NULL)
    {
      if (why != NULL)
        *why = g_strdup (entry->error != NULL ? entry->error->message : _ ("not read"));
      return FALSE;
    }
  report = bl_import_plan_preview (entry->plan, &error);
  if (report != NULL && report->added + report->updated > 0)
    return TRUE;
  if (why != NULL)
    *why = g_strdup (error != NULL ? error->message : _ ("All of it is there already"));
  return FALSE;
}

/* --- Rows ---------------------------------------------------------------------- */

/* "Newcastle Libraries open data, month by month: Visits. Values of 19 rows". */
static char *
describe (const BlImportEntry *entry)
{
  g_autofree char *why = NULL, *rows = NULL;
  const BlImportReport *report;
  const char *title;

  if (!bl_import_entry_comes_in (entry, &why))
    return g_steal_pointer (&why);
  report = bl_import_plan_preview (entry->plan, NULL);
  rows = bl_import_kind_describe_rows (bl_import_plan_get_kind (entry->plan), report->added + report->updated + report->unchanged);
  title = bl_import_plan_get_title (entry->plan);
  return title != NULL ? g_strdup_printf ("%s · %s", title, rows) : g_steal_pointer (&rows);
}

static void
show_finding (BlImportFilesPage *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const BlImportEntry *entry = g_ptr_array_index (self->entries, i);

      n += !entry->left_out && bl_import_entry_comes_in (entry, NULL);
    }
  text = n == self->entries->len
             ? g_strdup_printf (ngettext ("%u file can come in", "All %u files can come in", n), n)
             : g_strdup_printf (ngettext ("%u of %u file can come in", "%u of %u files can come in", self->entries->len), n,
                                self->entries->len);
  gtk_label_set_label (self->finding, text);
}

static void
on_check_toggled (BlImportFilesPage *self, GParamSpec *pspec, GtkCheckButton *check)
{
  BlImportEntry *entry = g_object_get_data (G_OBJECT (check), "entry");

  entry->left_out = !gtk_check_button_get_active (check);
  show_finding (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_row (BlImportFilesPage *self, BlImportEntry *entry)
{
  g_autofree char *name = bl_import_entry_dup_name (entry), *words = describe (entry);
  g_autofree char *take = g_strdup_printf (_ ("Bring in %s"), name);
  gboolean in = bl_import_entry_comes_in (entry, NULL);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", words, "subtitle-lines", 3,
                                 "title-lines", 2, "activatable", TRUE, NULL);

  g_object_set_data (G_OBJECT (check), "entry", entry);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !entry->left_out && entry->plan != NULL);
  gtk_widget_set_sensitive (check, entry->plan != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, take);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, take, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (on_check_toggled), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  if (!in)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (entry->plan != NULL && entry->error == NULL ? "dialog-information-symbolic"
                                                                                                   : "dialog-warning-symbolic");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
on_row_activated (BlImportFilesPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

/* --- Class ------------------------------------------------------------------------ */

static void
bl_import_files_page_class_init (BlImportFilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/import-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportFilesPage, finding);
  gtk_widget_class_bind_template_child (widget_class, BlImportFilesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bl_import_files_page_init (BlImportFilesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ------------------------------------------------------------------------- */

void
bl_import_files_page_set_entries (BlImportFilesPage *self, GPtrArray *entries)
{
  GtkListBoxRow *old;

  g_return_if_fail (BL_IS_IMPORT_FILES_PAGE (self));

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  self->entries = entries;
  if (entries == NULL)
    return;
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  show_finding (self);
}
