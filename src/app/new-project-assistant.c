/* new-project-assistant.c: making a project, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant-private.h"

#include <glib/gi18n-lib.h>

#include "new-project-step-row.h"
#include "new-project-store.h"

enum
{
  CREATED,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectAssistant, bl_new_project_assistant, ADW_TYPE_BIN)

/* --- Showing ------------------------------------------------------------------- */

static const char *
page_of (BlNewProjectStep step)
{
  static const char *const pages[] = { "", "service", "libraries", "areas", "review" };

  return pages[step];
}

/* What was chosen at a step, for the side; may be NULL. */
static char *
describe_choice (BlNewProjectAssistant *self, BlNewProjectStep step)
{
  guint files = bl_new_project_draft_count_files (self->draft, step);
  gboolean published;

  switch (step)
    {
    case BL_NEW_PROJECT_STEP_SERVICE:
      if (bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_EMPTY
          && !bl_record_is_known (BL_RECORD (self->draft), "service-name"))
        return g_strdup (_("Start empty"));
      return g_strdup (bl_record_get_text (BL_RECORD (self->draft), "service-name"));
    case BL_NEW_PROJECT_STEP_LIBRARIES:
    case BL_NEW_PROJECT_STEP_AREAS:
      if (bl_new_project_draft_get_state (self->draft, step) == BL_NEW_PROJECT_STATE_TO_COME && files == 0)
        return NULL;
      published = step == BL_NEW_PROJECT_STEP_LIBRARIES ? bl_new_project_draft_wants_libraries (self->draft)
                                                        : bl_new_project_draft_wants_areas (self->draft);
      if (files == 0)
        return g_strdup (published ? _("As published") : _("None yet"));
      if (published)
        return g_strdup_printf (ngettext ("Published, and %u file", "Published, and %u files", files), files);
      return g_strdup_printf (ngettext ("%u file", "%u files", files), files);
    case BL_NEW_PROJECT_STEP_REVIEW:
    case BL_NEW_PROJECT_STEP_NONE:
    default:
      return NULL;
    }
}

static void
update_steps (BlNewProjectAssistant *self)
{
  BlNewProjectStep now = bl_new_project_draft_get_step (self->draft);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->steps, i)) != NULL; i++)
    {
      BlNewProjectStep step = bl_new_project_step_row_get_step (BL_NEW_PROJECT_STEP_ROW (row));
      g_autofree char *choice = describe_choice (self, step);

      bl_new_project_step_row_update (BL_NEW_PROJECT_STEP_ROW (row),
                                      step == now ? BL_NEW_PROJECT_STATE_TO_COME
                                                  : bl_new_project_draft_get_state (self->draft, step),
                                      choice);
      if (step == now)
        gtk_list_box_select_row (self->steps, row);
    }
}

static const char *
label_of_next (BlNewProjectStep step)
{
  switch (step)
    {
    case BL_NEW_PROJECT_STEP_SERVICE:
      return _("Next: libraries");
    case BL_NEW_PROJECT_STEP_LIBRARIES:
      return _("Next: areas and people");
    case BL_NEW_PROJECT_STEP_AREAS:
      return _("Next: look over");
    case BL_NEW_PROJECT_STEP_REVIEW:
    case BL_NEW_PROJECT_STEP_NONE:
    default:
      return _("Create the project");
    }
}

void
bl_new_project_assistant_update_footer (BlNewProjectAssistant *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BlNewProjectStep step = bl_new_project_draft_get_step (self->draft);
  gboolean busy = bl_new_project_assistant_is_busy (self);
  const char *need = NULL;
  const char *footer = "";
  gboolean can_next;

  if (self->importing)
    {
      BlImportViewState state = bl_import_view_get_state (self->import_view);

      can_next = state == BL_IMPORT_VIEW_REPORT || bl_import_view_can_apply (self->import_view);
      footer = bl_import_view_get_footer (self->import_view);
      gtk_button_set_label (self->next_button, bl_import_view_get_apply_label (self->import_view));
    }
  else
    {
      need = step == BL_NEW_PROJECT_STEP_REVIEW
                 ? (bl_new_project_draft_can_finish (self->draft, &need), need)
                 : bl_new_project_draft_get_need (self->draft, step);
      can_next = need == NULL;
      footer = need != NULL ? need : "";
      gtk_button_set_label (self->next_button, label_of_next (step));
    }
  if (self->purpose == BL_NEW_PROJECT_FOR_CREATION && busy)
    footer = _("Putting the project together…");

  gtk_label_set_label (self->footer_label, footer);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_visible (self->skip_button, !self->importing && step != BL_NEW_PROJECT_STEP_REVIEW);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button),
                          !self->importing || can_next
                              || bl_import_view_get_state (self->import_view) == BL_IMPORT_VIEW_PLAN);

  gtk_widget_action_set_enabled (widget, "new-project.next", can_next && !(busy && step == BL_NEW_PROJECT_STEP_REVIEW));
  gtk_widget_action_set_enabled (widget, "new-project.back",
                                 self->importing || bl_new_project_draft_get_previous (self->draft) != 0);
  gtk_widget_action_set_enabled (widget, "new-project.skip", !self->importing && step != BL_NEW_PROJECT_STEP_REVIEW);
  gtk_widget_action_set_enabled (widget, "new-project.start-afresh", !bl_new_project_draft_is_blank (self->draft));
  gtk_widget_set_visible (self->afresh_button, !bl_new_project_draft_is_blank (self->draft));
}

void
bl_new_project_assistant_update (BlNewProjectAssistant *self)
{
  BlNewProjectStep step = bl_new_project_draft_get_step (self->draft);
  g_autofree char *subtitle = g_strdup_printf (_("Step %d of %d"), (int) step, (int) BL_NEW_PROJECT_LAST_STEP);

  adw_window_title_set_title (self->step_title, _(bl_new_project_step_get_title (step)));
  adw_window_title_set_subtitle (self->step_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, self->importing ? "import" : page_of (step));
  update_steps (self);
  bl_new_project_assistant_update_footer (self);
}

void
bl_new_project_assistant_show_toast (BlNewProjectAssistant *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

void
bl_new_project_assistant_show_undo (BlNewProjectAssistant *self, AdwToast *toast)
{
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- Going --------------------------------------------------------------------- */

static void
go (BlNewProjectAssistant *self, BlNewProjectStep step, gboolean skip)
{
  bl_new_project_assistant_leave_import (self);
  bl_new_project_draft_go (self->draft, step, skip);
  bl_new_project_files_page_reload (self->libraries_page);
  bl_new_project_files_page_reload (self->areas_page);
  if (step == BL_NEW_PROJECT_STEP_SERVICE)
    bl_new_project_service_page_reload (self->service_page);
  bl_new_project_assistant_update (self);
  bl_new_project_assistant_save (self);
  if (step == BL_NEW_PROJECT_STEP_REVIEW)
    bl_new_project_assistant_want_build (self, BL_NEW_PROJECT_FOR_REVIEW);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  BlNewProjectStep step;

  if (self->importing)
    {
      if (bl_import_view_get_state (self->import_view) == BL_IMPORT_VIEW_REPORT)
        {
          bl_new_project_assistant_leave_import (self);
          bl_new_project_assistant_update (self);
        }
      else
        {
          bl_import_view_apply (self->import_view);
        }
      return;
    }
  step = bl_new_project_draft_get_next (self->draft);
  if (step != BL_NEW_PROJECT_STEP_NONE)
    go (self, step, FALSE);
  else if (bl_new_project_draft_can_finish (self->draft, NULL))
    bl_new_project_assistant_want_build (self, BL_NEW_PROJECT_FOR_CREATION);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  BlNewProjectStep step = bl_new_project_draft_get_previous (self->draft);

  if (self->importing)
    {
      bl_new_project_assistant_leave_import (self);
      bl_new_project_assistant_update (self);
    }
  else if (step != BL_NEW_PROJECT_STEP_NONE)
    {
      go (self, step, FALSE);
    }
}

static void
skip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  BlNewProjectStep step = bl_new_project_draft_get_next (self->draft);

  if (bl_new_project_draft_get_step (self->draft) == BL_NEW_PROJECT_STEP_SERVICE
      && bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_UNKNOWN)
    bl_new_project_draft_choose_empty (self->draft);
  if (step != BL_NEW_PROJECT_STEP_NONE)
    go (self, step, TRUE);
}

static void
leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);

  bl_new_project_assistant_leave_import (self);
  bl_new_project_assistant_save (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Other callbacks ---------------------------------------------------------------- */

static void
on_step_activated (BlNewProjectAssistant *self, GtkListBoxRow *row)
{
  go (self, bl_new_project_step_row_get_step (BL_NEW_PROJECT_STEP_ROW (row)), FALSE);
}

static void
on_step_wanted (BlNewProjectAssistant *self, guint step)
{
  go (self, step, FALSE);
}

static void
on_page_done (BlNewProjectAssistant *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new-project.next", NULL);
}

static void
on_narrow_changed (BlNewProjectAssistant *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  adw_flap_set_fold_policy (self->flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !narrow);
  gtk_widget_set_visible (self->steps_button, narrow);
}

/* --- Class ------------------------------------------------------------------------- */

static void
bl_new_project_assistant_dispose (GObject *object)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (object);

  if (self->save_source != 0)
    bl_new_project_assistant_save (self);
  bl_new_project_assistant_drop_build (self);
  if (self->draft != NULL)
    {
      bl_new_project_assistant_unwatch_draft (self);
    }
  g_clear_weak_pointer (&self->resumed_toast);
  g_clear_object (&self->import_file);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (bl_new_project_assistant_parent_class)->dispose (object);
}

static void
bl_new_project_assistant_class_init (BlNewProjectAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_new_project_assistant_dispose;
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_IMPORT_VIEW);
  g_type_ensure (BL_TYPE_NEW_PROJECT_FILES_PAGE);
  g_type_ensure (BL_TYPE_NEW_PROJECT_REVIEW_PAGE);
  g_type_ensure (BL_TYPE_NEW_PROJECT_SERVICE_PAGE);

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, BL_TYPE_DOCUMENT);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "new-project.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "new-project.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "new-project.skip", NULL, skip);
  gtk_widget_class_install_action (widget_class, "new-project.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "new-project.start-afresh", NULL,
                                   bl_new_project_assistant_start_afresh);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "new-project.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "new-project.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "new-project.back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/new-project-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, bin);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, flap);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, steps);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, afresh_button);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, steps_button);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, step_title);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, toasts);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, service_page);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, libraries_page);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, areas_page);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, review_page);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, import_view);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, footer_label);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, spinner);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, skip_button);
  gtk_widget_class_bind_template_child (widget_class, BlNewProjectAssistant, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_step_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_step_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_page_done);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_import_wanted",
                                                G_CALLBACK (bl_new_project_assistant_on_import_wanted));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_import_changed",
                                                G_CALLBACK (bl_new_project_assistant_on_import_changed));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_import_applied",
                                                G_CALLBACK (bl_new_project_assistant_on_import_applied));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_file_removed",
                                                G_CALLBACK (bl_new_project_assistant_on_file_removed));
}

static void
bl_new_project_assistant_init (BlNewProjectAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int step = BL_NEW_PROJECT_STEP_SERVICE; step <= BL_NEW_PROJECT_LAST_STEP; step++)
    gtk_list_box_append (self->steps, bl_new_project_step_row_new (step));
}

/* --- Public ------------------------------------------------------------------------- */

GtkWidget *
bl_new_project_assistant_new (BlContext *context)
{
  BlNewProjectAssistant *self = g_object_new (BL_TYPE_NEW_PROJECT_ASSISTANT, NULL);
  g_autoptr (GError) error = NULL;
  gboolean resumed;

  g_return_val_if_fail (BL_IS_CONTEXT (context), NULL);

  self->context = g_object_ref (context);
  self->draft = bl_new_project_store_load (bl_context_get_ids (context), &error);
  resumed = !bl_new_project_draft_is_blank (self->draft);
  bl_new_project_service_page_set_draft (self->service_page, context, self->draft);
  bl_new_project_files_page_set_draft (self->libraries_page, context, self->draft);
  bl_new_project_files_page_set_draft (self->areas_page, context, self->draft);
  bl_new_project_review_page_set_draft (self->review_page, context, self->draft);
  bl_new_project_assistant_watch_draft (self);
  bl_new_project_assistant_update (self);
  if (bl_new_project_draft_get_step (self->draft) == BL_NEW_PROJECT_STEP_REVIEW)
    bl_new_project_assistant_want_build (self, BL_NEW_PROJECT_FOR_REVIEW);

  if (error != NULL)
    {
      bl_new_project_assistant_show_toast (self, error->message);
    }
  else if (resumed)
    {
      AdwToast *toast = adw_toast_new (_("This is where you left off"));

      adw_toast_set_button_label (toast, _("Start afresh"));
      g_set_weak_pointer (&self->resumed_toast, toast);
      adw_toast_set_action_name (toast, "new-project.start-afresh");
      adw_toast_overlay_add_toast (self->toasts, toast);
    }
  return GTK_WIDGET (self);
}

BlNewProjectDraft *
bl_new_project_assistant_get_draft (BlNewProjectAssistant *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_ASSISTANT (self), NULL);
  return self->draft;
}

gboolean
bl_new_project_assistant_is_busy (BlNewProjectAssistant *self)
{
  g_return_val_if_fail (BL_IS_NEW_PROJECT_ASSISTANT (self), FALSE);
  return self->building != NULL;
}

void
bl_new_project_assistant_go (BlNewProjectAssistant *self, BlNewProjectStep step)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_ASSISTANT (self));
  go (self, step, FALSE);
}
