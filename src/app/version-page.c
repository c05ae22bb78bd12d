/* version-page.c: what differs between an earlier state and now, to be brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "version-page.h"

#include <glib/gi18n-lib.h>

#include "thing-row.h"

#include "text.h"

/* Nobody reads more than these; how many there are is said. */
#define MOST_SHOWN 300

struct _BlVersionPage
{
  AdwBin parent;
  GtkStack *stack;
  AdwStatusPage *wrong;
  GtkLabel *title, *details, *note, *line, *hint, *more;
  GtkListBox *things;
  GtkButton *bring_back;
  char *key;          /* of the state shown */
  GHashTable *ticked; /* ids */
  gboolean known, busy, editable;
};

enum
{
  BRING_BACK,
  OPEN_BESIDE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlVersionPage, bl_version_page, ADW_TYPE_BIN)

static void
update (BlVersionPage *self)
{
  guint n = g_hash_table_size (self->ticked);
  g_autofree char *words
      = n == 0 ? g_strdup (_ ("_Bring back"))
               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Bring back %u thing", "_Bring back %u things", n), n);

  gtk_button_set_label (self->bring_back, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "version.bring-back", n > 0 && self->editable && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "version.open-beside", self->known && !self->busy);
}

static void
on_ticked (BlVersionPage *self, GParamSpec *pspec, BlThingRow *row)
{
  if (bl_thing_row_get_ticked (row))
    g_hash_table_add (self->ticked, g_strdup (bl_thing_row_get_record (row)));
  else
    g_hash_table_remove (self->ticked, bl_thing_row_get_record (row));
  update (self);
}

static void
add_row (BlVersionPage *self, const BlDifferingThing *thing)
{
  /* What was not there then cannot be as it was then. */
  GtkWidget *row = bl_thing_row_new (thing, thing->kind != BL_DIFFERENCE_ADDED && self->editable);

  bl_thing_row_set_ticked (BL_THING_ROW (row), g_hash_table_contains (self->ticked, thing->record));
  g_signal_connect_object (row, "notify::ticked", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->things, row);
}

static void
fill (BlVersionPage *self, GPtrArray *things)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;
  GHashTableIter iter;
  gpointer id;

  while ((row = gtk_list_box_get_row_at_index (self->things, 0)) != NULL)
    gtk_list_box_remove (self->things, GTK_WIDGET (row));
  for (guint i = 0; i < things->len; i++)
    {
      const BlDifferingThing *thing = g_ptr_array_index (things, i);

      g_hash_table_add (there, thing->record);
      if (i < MOST_SHOWN)
        add_row (self, thing);
    }
  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (there, id))
      g_hash_table_iter_remove (&iter);
  gtk_widget_set_visible (GTK_WIDGET (self->things), things->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), things->len > 0 && self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->more), things->len > MOST_SHOWN);
  if (things->len > MOST_SHOWN)
    {
      guint more = things->len - MOST_SHOWN;
      g_autofree char *words
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more; open it beside to see all",
                                          "and %u more; open it beside to see all", more),
                             more);

      gtk_label_set_label (self->more, words);
    }
}

static void
bring_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[BRING_BACK], 0);
}

static void
open_beside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPEN_BESIDE], 0);
}

static void
bl_version_page_finalize (GObject *object)
{
  BlVersionPage *self = BL_VERSION_PAGE (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  G_OBJECT_CLASS (bl_version_page_parent_class)->finalize (object);
}

static void
bl_version_page_class_init (BlVersionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bl_version_page_finalize;
  signals[BRING_BACK]
      = g_signal_new ("bring-back", BL_TYPE_VERSION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_BESIDE]
      = g_signal_new ("open-beside", BL_TYPE_VERSION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/version-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlVersionPage, child)
  BIND (stack);
  BIND (wrong);
  BIND (title);
  BIND (details);
  BIND (note);
  BIND (line);
  BIND (hint);
  BIND (things);
  BIND (more);
  BIND (bring_back);
#undef BIND
  gtk_widget_class_install_action (widget_class, "version.bring-back", NULL, bring_back);
  gtk_widget_class_install_action (widget_class, "version.open-beside", NULL, open_beside);
}

static void
bl_version_page_init (BlVersionPage *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

static void
show_line (BlVersionPage *self, const BlEarlierChanges *changes)
{
  g_autofree char *words = NULL;

  if (changes == NULL)
    words = g_strdup (_ ("Being compared with now…"));
  else if (changes->things->len == 0)
    words = g_strdup (_ ("Nothing differs from now"));
  else
    words = g_strdup_printf (_ ("Since then: %s"), changes->line);
  gtk_label_set_label (self->line, words);
}

void
bl_version_page_show (BlVersionPage *self, BlVersionRow *row)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const BlEarlierChanges *changes;
  const GError *error;
  const char *note, *key;

  g_return_if_fail (BL_IS_VERSION_PAGE (self));

  key = row != NULL ? bl_earlier_get_key (bl_version_row_get_earlier (row)) : NULL;
  if (g_strcmp0 (key, self->key) != 0)
    g_hash_table_remove_all (self->ticked);
  g_free (self->key);
  self->key = g_strdup (key);
  changes = row != NULL ? bl_version_row_get_changes (row) : NULL;
  error = row != NULL ? bl_version_row_get_error (row) : NULL;
  self->known = changes != NULL;
  gtk_stack_set_visible_child_name (self->stack, row == NULL ? "none" : error != NULL ? "wrong" : "changes");
  if (error != NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->wrong, words);
    }
  if (row != NULL && error == NULL)
    {
      note = bl_earlier_get_note (bl_version_row_get_earlier (row));
      gtk_label_set_label (self->title, bl_version_row_get_title (row));
      gtk_label_set_label (self->details, bl_version_row_get_details (row));
      gtk_label_set_label (self->note, note != NULL ? note : "");
      gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
      show_line (self, changes);
    }
  /* While it is looked at anew what stands there stays. */
  if (changes != NULL || row == NULL || error != NULL)
    fill (self, changes != NULL ? changes->things : none);
  else if (g_hash_table_size (self->ticked) == 0)
    fill (self, none);
  update (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
bl_version_page_get_ticked (BlVersionPage *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (BL_IS_VERSION_PAGE (self), ids);

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  /* The same things are brought back the same way. */
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

char *
bl_version_page_describe_ticked (BlVersionPage *self)
{
  guint n;

  g_return_val_if_fail (BL_IS_VERSION_PAGE (self), NULL);

  n = g_hash_table_size (self->ticked);
  for (int i = 0; n == 1; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->things, i);

      if (row == NULL)
        break;
      if (bl_thing_row_get_ticked (BL_THING_ROW (row)))
        return g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", n), n);
}

void
bl_version_page_untick (BlVersionPage *self)
{
  g_return_if_fail (BL_IS_VERSION_PAGE (self));

  g_hash_table_remove_all (self->ticked);
  update (self);
}

void
bl_version_page_set_busy (BlVersionPage *self, gboolean busy)
{
  g_return_if_fail (BL_IS_VERSION_PAGE (self));

  self->busy = busy;
  update (self);
}

void
bl_version_page_set_editable (BlVersionPage *self, gboolean editable)
{
  g_return_if_fail (BL_IS_VERSION_PAGE (self));

  self->editable = editable;
  update (self);
}
