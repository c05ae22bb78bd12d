/* kept-card.c: work that was not saved and was kept, to take back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "kept-card.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "notice.h"
#include "recent.h"

struct _BlKeptCard
{
  AdwBin parent;
  BlKeptWork *work;
};

enum
{
  COMPARE,
  TAKE_BACK,
  DISCARD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlKeptCard, bl_kept_card, ADW_TYPE_BIN)

/* "somerset-review" or, of what was never saved, the project's title. */
static char *
describe_name (const BlKeptWork *work)
{
  char *name;

  if (work->path == NULL)
    return g_strdup (work->title != NULL ? work->title : _ ("Untitled project"));
  name = g_path_get_basename (work->path);
  if (g_str_has_suffix (name, ".branchline"))
    name[strlen (name) - strlen (".branchline")] = '\0';
  return name;
}

BlKeptWork *
bl_kept_work_copy (const BlKeptWork *work)
{
  BlKeptWork *copy = g_memdup2 (work, sizeof *work);

  copy->folder = g_strdup (work->folder);
  copy->path = g_strdup (work->path);
  copy->title = g_strdup (work->title);
  copy->project_id = g_strdup (work->project_id);
  copy->time = g_date_time_ref (work->time);
  return copy;
}

char *
bl_kept_work_to_text (const BlKeptWork *work, GDateTime *now)
{
  g_autofree char *name = describe_name (work);
  g_autofree char *when = bl_recent_moment_to_text (g_date_time_to_unix (work->time), now);
  g_autofree char *changes
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", work->n_changes), work->n_changes);
  GStatBuf status;

  if (work->path == NULL && work->n_changes == 0)
    /* Translators: name of a project, a moment. */
    return g_strdup_printf (_ ("%s: made %s, never saved"), name, when);
  if (work->path == NULL)
    /* Translators: name of a project, "14 changes", "today, 14:32". */
    return g_strdup_printf (_ ("%s: %s from %s, never saved"), name, changes, when);
  if (g_stat (work->path, &status) != 0)
    return g_strdup_printf (_ ("%s: %s from %s; the file is not there now"), name, changes, when);
  if (status.st_mtime > g_date_time_to_unix (work->time))
    return g_strdup_printf (_ ("%s: %s from %s; the file was changed after them"), name, changes, when);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s from %s is newer than the file",
                                       "%s: %s from %s are newer than the file", work->n_changes),
                          name, changes, when);
}

static void
compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[COMPARE], 0);
}

static void
take_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[TAKE_BACK], 0);
}

static void
discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[DISCARD], 0);
}

static void
bl_kept_card_finalize (GObject *object)
{
  bl_kept_work_free (BL_KEPT_CARD (object)->work);
  G_OBJECT_CLASS (bl_kept_card_parent_class)->finalize (object);
}

static void
bl_kept_card_class_init (BlKeptCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[] = { "compare", "take-back", "discard" };

  G_OBJECT_CLASS (klass)->finalize = bl_kept_card_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BL_TYPE_KEPT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "kept.compare", NULL, compare);
  gtk_widget_class_install_action (widget_class, "kept.take-back", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "kept.discard", NULL, discard);
}

static void
bl_kept_card_init (BlKeptCard *self)
{
}

GtkWidget *
bl_kept_card_new (BlKeptWork *work, GDateTime *now)
{
  BlKeptCard *self = g_object_new (BL_TYPE_KEPT_CARD, NULL);
  g_autofree char *text = bl_kept_work_to_text (work, now);
  GtkWidget *notice
      = bl_notice_new ("document-revert-symbolic",
                       work->closed ? _ ("Unsaved work was kept when its window was closed")
                                    : _ ("Unsaved work was kept when the program ended unexpectedly"),
                       text);
  g_autoptr (GMenu) menu = g_menu_new ();

  self->work = work;
  g_menu_append (menu, _ ("_Discard this work"), "kept.discard");
  bl_notice_set_menu (BL_NOTICE (notice), G_MENU_MODEL (menu));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("_Compare"), FALSE)),
                                  "kept.compare");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (bl_notice_add_button (BL_NOTICE (notice), _ ("_Take back"), TRUE)),
                                  "kept.take-back");
  adw_bin_set_child (ADW_BIN (self), notice);
  return GTK_WIDGET (self);
}

BlKeptWork *
bl_kept_card_get_work (BlKeptCard *self)
{
  g_return_val_if_fail (BL_IS_KEPT_CARD (self), NULL);
  return self->work;
}
