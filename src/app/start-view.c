/* start-view.c: what one sees before a project is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "start-view.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "places.h"
#include "recent.h"
#include "sample-picture.h"

/* A start page is to be read at a glance. */
#define MOST_SHOWN 5

struct _BlStartView
{
  AdwBin parent;
  BlContext *context;
  BlAdaptiveBin *bin;
  GtkBox *columns, *left, *sample_card;
  GtkWidget *recent_part;
  GtkBox *kept_part;
  AdwToastOverlay *toasts;
  GtkListBox *recent_list;
  GtkLabel *attribution;
};

enum
{
  COMPARE_KEPT,
  TAKE_BACK_KEPT,
  DISCARD_KEPT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlStartView, bl_start_view, ADW_TYPE_BIN)

/* "Documents/Libraries": the folder as people know it. */
static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  char *relative = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (relative != NULL)
    return relative;
  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup (_ ("Home"));
  return g_file_get_path (folder);
}

static char *
describe_name (GFile *file)
{
  char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".branchline"))
    name[strlen (name) - strlen (".branchline")] = '\0';
  return name;
}

static GtkWidget *
make_row (BlRecent *recent, GDateTime *now, gboolean kept)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *time = gtk_label_new (NULL);
  GtkWidget *chevron = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = describe_name (recent->file), *folder = describe_folder (recent->file);
  g_autofree char *when = bl_recent_time_to_text (recent->time, now);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "x-office-document-symbolic");
  if (kept)
    {
      gtk_label_set_label (GTK_LABEL (time), _ ("newer draft"));
      gtk_widget_set_tooltip_text (time, _ ("Work that was not saved was kept"));
      gtk_widget_add_css_class (time, "pill-warn");
      gtk_widget_set_valign (time, GTK_ALIGN_CENTER);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (time), when);
      gtk_widget_add_css_class (time, "dim-label");
      gtk_widget_add_css_class (time, "sentence");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), time);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (recent->file), g_object_unref);
  return row;
}

/* Whether one of the cards is about @file. */
static gboolean
is_kept (BlStartView *self, GFile *file)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->kept_part));

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      const char *path = bl_kept_card_get_work (BL_KEPT_CARD (card))->path;
      g_autoptr (GFile) kept = path != NULL ? g_file_new_for_path (path) : NULL;

      if (kept != NULL && g_file_equal (kept, file))
        return TRUE;
    }
  return FALSE;
}

static void
on_card_compare (BlStartView *self, BlKeptCard *card)
{
  g_signal_emit (self, signals[COMPARE_KEPT], 0, card);
}

static void
on_card_take_back (BlStartView *self, BlKeptCard *card)
{
  g_signal_emit (self, signals[TAKE_BACK_KEPT], 0, card);
}

static void
on_card_discard (BlStartView *self, BlKeptCard *card)
{
  g_signal_emit (self, signals[DISCARD_KEPT], 0, card);
}

static void
fill_kept (BlStartView *self, GDateTime *now)
{
  g_autoptr (GPtrArray) all = bl_journal_find_kept ();

  bl_start_view_clear_kept (self);
  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *card = bl_kept_card_new (g_steal_pointer (&all->pdata[i]), now);

      g_signal_connect_object (card, "compare", G_CALLBACK (on_card_compare), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "take-back", G_CALLBACK (on_card_take_back), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "discard", G_CALLBACK (on_card_discard), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->kept_part, card);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kept_part), all->len > 0);
}

static void
on_recent_activated (BlStartView *self, GtkListBoxRow *row)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "file");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (root))), &file, 1, "");
}

static void
on_narrow_changed (BlStartView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->left), narrow);
}

static void
on_tight_changed (BlStartView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sample_card), bl_adaptive_bin_get_tight (self->bin)
                                                                          ? GTK_ORIENTATION_VERTICAL
                                                                          : GTK_ORIENTATION_HORIZONTAL);
}

static void
bl_start_view_dispose (GObject *object)
{
  BlStartView *self = BL_START_VIEW (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (bl_start_view_parent_class)->dispose (object);
}

static void
bl_start_view_class_init (BlStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  static const char *const names[] = { "compare-kept", "take-back-kept", "discard-kept" };

  G_OBJECT_CLASS (klass)->dispose = bl_start_view_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BL_TYPE_START_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               BL_TYPE_KEPT_CARD);
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_SAMPLE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlStartView, bin);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, columns);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, left);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, sample_card);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, recent_part);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, kept_part);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, toasts);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, recent_list);
  gtk_widget_class_bind_template_child (widget_class, BlStartView, attribution);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_tight_changed);
}

static void
bl_start_view_init (BlStartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->attribution, bl_places_attribution ());
}

void
bl_start_view_set_context (BlStartView *self, BlContext *context)
{
  g_return_if_fail (BL_IS_START_VIEW (self));
  g_set_object (&self->context, context);
}

void
bl_start_view_refresh (BlStartView *self)
{
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (GDateTime) now = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (BL_IS_START_VIEW (self));

  recent = bl_recent_list (self->context);
  now = bl_clock_now (bl_context_get_clock (self->context));
  fill_kept (self, now);
  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (recent->len, MOST_SHOWN); i++)
    {
      BlRecent *file = g_ptr_array_index (recent, i);

      gtk_list_box_append (self->recent_list, make_row (file, now, is_kept (self, file->file)));
    }
  gtk_widget_set_visible (self->recent_part, recent->len > 0);
}

void
bl_start_view_add_toast (BlStartView *self, AdwToast *toast)
{
  g_return_if_fail (BL_IS_START_VIEW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
bl_start_view_clear_kept (BlStartView *self)
{
  GtkWidget *card;

  g_return_if_fail (BL_IS_START_VIEW (self));

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->kept_part))) != NULL)
    gtk_box_remove (self->kept_part, card);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_part), FALSE);
}
