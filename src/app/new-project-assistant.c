/* new-project-assistant.c: making a project, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "new-project-assistant.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "import-report-view.h"
#include "import-view.h"
#include "new-project-build.h"
#include "new-project-files-page.h"
#include "new-project-review-page.h"
#include "new-project-service-page.h"
#include "new-project-step-row.h"
#include "new-project-store.h"

/* After the last change, in milliseconds. */
#define SAVE_DELAY 400

/* What the project is being put together for. */
typedef enum
{
  FOR_NOTHING,
  FOR_REVIEW,
  FOR_IMPORT,
  FOR_CREATION,
} Purpose;

struct _BlNewProjectAssistant
{
  AdwBin parent_instance;

  BlAdaptiveBin *bin;
  AdwFlap *flap;
  GtkListBox *steps;
  GtkWidget *afresh_button;
  GtkWidget *steps_button;
  AdwWindowTitle *step_title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  BlNewProjectServicePage *service_page;
  BlNewProjectFilesPage *libraries_page;
  BlNewProjectFilesPage *areas_page;
  BlNewProjectReviewPage *review_page;
  BlImportView *import_view;
  GtkWidget *back_button;
  GtkLabel *footer_label;
  GtkSpinner *spinner;
  GtkWidget *skip_button;
  GtkButton *next_button;

  BlContext *context;
  BlNewProjectDraft *draft;
  guint save_source;
  gboolean importing; /* the import view stands in place of the step */
  gboolean created;
  AdwToast *resumed_toast; /* weak: "This is where you left off" */

  /* The project the answers make, as long as they stay the same. */
  BlNewProjectBuild *build;
  GCancellable *building;
  Purpose purpose;
  BlImportKind import_kind;
  GFile *import_file;
};

enum
{
  CREATED,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlNewProjectAssistant, bl_new_project_assistant, ADW_TYPE_BIN)

static void update (BlNewProjectAssistant *self);
static void want_build (BlNewProjectAssistant *self, Purpose purpose);

/* --- Keeping the draft --------------------------------------------------------- */

static void
show_toast (BlNewProjectAssistant *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

/* What one did just now comes before what was said earlier. */
static void
show_undo_toast (BlNewProjectAssistant *self, AdwToast *toast)
{
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
save_now (BlNewProjectAssistant *self)
{
  g_autoptr (GError) error = NULL;
  gboolean kept;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->draft == NULL || self->created)
    return;
  kept = bl_new_project_draft_is_blank (self->draft) ? bl_new_project_store_discard (&error)
                                                     : bl_new_project_store_save (self->draft, &error);
  if (!kept)
    {
      g_autofree char *words = g_strdup_printf (_("What you enter is not being kept: %s"), error->message);

      if (self->toasts != NULL)
        show_toast (self, words);
      g_message ("%s", words);
    }
}

static gboolean
on_save_due (gpointer data)
{
  BlNewProjectAssistant *self = data;

  self->save_source = 0;
  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
save_soon (BlNewProjectAssistant *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_DELAY, on_save_due, self);
}

/* The project made from earlier answers is no longer what they make. */
static void
drop_build (BlNewProjectAssistant *self)
{
  if (self->building != NULL)
    g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  g_clear_pointer (&self->build, bl_new_project_build_free);
}

static void
on_draft_notify (BlNewProjectAssistant *self, GParamSpec *pspec)
{
  static const char *const harmless[] = { "step", "furthest", "search", "skipped-service", "skipped-libraries",
                                          "skipped-areas", NULL };

  save_soon (self);
  if (!g_strv_contains (harmless, g_param_spec_get_name (pspec)))
    drop_build (self);
  update (self);
}

static void
on_files_changed (BlNewProjectAssistant *self)
{
  save_soon (self);
  drop_build (self);
  update (self);
}

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

static void
update_footer (BlNewProjectAssistant *self)
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
  if (self->purpose == FOR_CREATION && busy)
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

static void
update (BlNewProjectAssistant *self)
{
  BlNewProjectStep step = bl_new_project_draft_get_step (self->draft);
  g_autofree char *subtitle = g_strdup_printf (_("Step %d of %d"), (int) step, (int) BL_NEW_PROJECT_LAST_STEP);

  adw_window_title_set_title (self->step_title, _(bl_new_project_step_get_title (step)));
  adw_window_title_set_subtitle (self->step_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, self->importing ? "import" : page_of (step));
  update_steps (self);
  update_footer (self);
}

/* --- Going --------------------------------------------------------------------- */

static void
leave_import (BlNewProjectAssistant *self)
{
  if (!self->importing)
    return;
  self->importing = FALSE;
  bl_import_view_stop (self->import_view);
}

static void
go (BlNewProjectAssistant *self, BlNewProjectStep step, gboolean skip)
{
  leave_import (self);
  bl_new_project_draft_go (self->draft, step, skip);
  bl_new_project_files_page_reload (self->libraries_page);
  bl_new_project_files_page_reload (self->areas_page);
  if (step == BL_NEW_PROJECT_STEP_SERVICE)
    bl_new_project_service_page_reload (self->service_page);
  update (self);
  save_now (self);
  if (step == BL_NEW_PROJECT_STEP_REVIEW)
    want_build (self, FOR_REVIEW);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
create (BlNewProjectAssistant *self)
{
  g_autoptr (BlDocument) document = bl_document_new (self->build->project);
  g_autoptr (GError) error = NULL;

  self->created = TRUE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!bl_new_project_store_discard (&error))
    g_message ("%s", error->message);
  g_signal_emit (self, signals[CREATED], 0, document);
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
          leave_import (self);
          update (self);
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
    want_build (self, FOR_CREATION);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  BlNewProjectStep step = bl_new_project_draft_get_previous (self->draft);

  if (self->importing)
    {
      leave_import (self);
      update (self);
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

  leave_import (self);
  save_now (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Starting afresh ------------------------------------------------------------ */

typedef struct
{
  BlNewProjectAssistant *self;
  BlRecordImage *image;
} Before;

static void
before_free (gpointer data, GClosure *closure)
{
  Before *before = data;

  bl_record_image_free (before->image);
  g_free (before);
}

static void
reload (BlNewProjectAssistant *self)
{
  leave_import (self);
  drop_build (self);
  bl_new_project_service_page_reload (self->service_page);
  go (self, bl_new_project_draft_get_step (self->draft), FALSE);
}

static void
on_afresh_undone (AdwToast *toast, Before *before)
{
  bl_record_put_image (BL_RECORD (before->self->draft), before->image);
  reload (before->self);
}

static void
start_afresh (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlNewProjectAssistant *self = BL_NEW_PROJECT_ASSISTANT (widget);
  AdwToast *toast = adw_toast_new (_("Started afresh"));
  Before *before = g_new0 (Before, 1);

  before->self = self;
  before->image = bl_record_take_image (BL_RECORD (self->draft));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_afresh_undone), before, before_free, 0);
  if (self->resumed_toast != NULL)
    adw_toast_dismiss (self->resumed_toast);
  bl_new_project_draft_clear (self->draft);
  reload (self);
  show_undo_toast (self, toast);
  bl_new_project_service_page_focus (self->service_page);
}

/* --- Putting the project together -------------------------------------------------- */

static void
use_build (BlNewProjectAssistant *self)
{
  Purpose purpose = self->purpose;

  self->purpose = FOR_NOTHING;
  switch (purpose)
    {
    case FOR_REVIEW:
      bl_new_project_review_page_show_build (self->review_page, self->build);
      break;
    case FOR_IMPORT:
      bl_import_view_start (self->import_view, self->build->project, self->import_kind, self->import_file);
      /* It may change now, and is then no longer what the answers make. */
      g_clear_object (&self->import_file);
      g_clear_pointer (&self->build, bl_new_project_build_free);
      self->importing = TRUE;
      break;
    case FOR_CREATION:
      create (self);
      return;
    case FOR_NOTHING:
    default:
      break;
    }
  update (self);
}

static void
on_built (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BlNewProjectAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BlNewProjectBuild) build = bl_new_project_build_finish (result, &error);

  /* A newer one is under way, or nobody waits. */
  if (self->draft == NULL || self->building == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->building)
    return;
  g_clear_object (&self->building);
  if (build != NULL)
    {
      self->build = g_steal_pointer (&build);
      use_build (self);
      return;
    }
  if (self->purpose == FOR_IMPORT)
    show_toast (self, error->message);
  else
    bl_new_project_review_page_show_error (self->review_page, error);
  self->purpose = FOR_NOTHING;
  update (self);
}

static void
want_build (BlNewProjectAssistant *self, Purpose purpose)
{
  BlReference *reference;

  self->purpose = purpose;
  if (self->build != NULL)
    {
      use_build (self);
      return;
    }
  if (purpose == FOR_REVIEW)
    bl_new_project_review_page_show_working (self->review_page);
  if (self->building == NULL)
    {
      g_autoptr (GError) error = NULL;

      reference = bl_context_get_reference (self->context, &error);
      if (reference == NULL
          && bl_new_project_draft_get_origin (self->draft) == BL_NEW_PROJECT_ORIGIN_PUBLISHED)
        {
          bl_new_project_review_page_show_error (self->review_page, error);
          self->purpose = FOR_NOTHING;
          return;
        }
      self->building = g_cancellable_new ();
      bl_new_project_build_async (self->draft, reference, bl_context_get_ids (self->context),
                                  bl_context_get_clock (self->context), self->building, on_built,
                                  g_object_ref (self));
    }
  update (self);
}

/* --- Files ----------------------------------------------------------------------- */

static void
on_import_wanted (BlNewProjectAssistant *self, guint kind, GFile *file)
{
  bl_new_project_assistant_import (self, kind, file);
}

static void
on_import_changed (BlNewProjectAssistant *self)
{
  if (self->draft != NULL)
    update_footer (self);
}

typedef struct
{
  BlNewProjectAssistant *self;
  BlNewProjectFile *file;
  guint position;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->file);
  g_free (removal);
}

static void
on_removal_undone (AdwToast *toast, Removal *removal)
{
  if (bl_record_get_parent (BL_RECORD (removal->file)) == NULL)
    bl_record_insert (BL_RECORD (removal->self->draft), "files", removal->position, BL_RECORD (removal->file));
}

static void
on_file_removed (BlNewProjectAssistant *self, BlNewProjectFile *file, guint position)
{
  g_autofree char *name = bl_new_project_file_get_name (file);
  g_autofree char *words = g_strdup_printf (_("“%s” left out"), name);
  AdwToast *toast = adw_toast_new (words);
  Removal *removal = g_new0 (Removal, 1);

  removal->self = self;
  removal->file = g_object_ref (file);
  removal->position = position;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_removal_undone), removal, removal_free, 0);
  show_undo_toast (self, toast);
}

static void
on_import_undone (AdwToast *toast, Removal *removal)
{
  if (bl_record_get_parent (BL_RECORD (removal->file)) != NULL)
    bl_record_remove (BL_RECORD (removal->file));
  leave_import (removal->self);
  update (removal->self);
}

/* The answers are kept, and the file is read again when the project is made:
 * the one it went into just now was only for looking. */
static void
on_import_applied (BlNewProjectAssistant *self)
{
  BlIds *ids = bl_context_get_ids (self->context);
  GFile *place = bl_import_view_get_file (self->import_view);
  BlImportPlan *plan = bl_import_view_get_plan (self->import_view);
  g_autofree char *id = bl_ids_make (ids, "file");
  g_autofree char *uri = g_file_get_uri (place);
  g_autoptr (BlNewProjectFile) file = bl_new_project_file_new (id, uri);
  g_autofree char *result = NULL, *name = NULL, *words = NULL;
  AdwToast *toast;
  Removal *removal;

  bl_new_project_file_set_options (file, bl_import_view_get_options (self->import_view));
  bl_record_set_enum (BL_RECORD (file), "kind", (int) bl_import_plan_get_kind (plan));
  bl_new_project_file_keep_choices (file, plan, bl_import_view_get_proposed (self->import_view), ids);
  result = bl_import_report_describe (bl_import_view_get_report (self->import_view));
  bl_record_set_text (BL_RECORD (file), "result", result);
  bl_record_append (BL_RECORD (self->draft), "files", BL_RECORD (file));
  save_now (self);

  name = bl_new_project_file_get_name (file);
  words = g_strdup_printf (_("“%s” brought in"), name);
  toast = adw_toast_new (words);
  removal = g_new0 (Removal, 1);
  removal->self = self;
  removal->file = g_object_ref (file);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_import_undone), removal, removal_free, 0);
  show_undo_toast (self, toast);
  update (self);
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
    save_now (self);
  drop_build (self);
  if (self->draft != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->draft, self);
      g_signal_handlers_disconnect_by_data (bl_record_get_list (BL_RECORD (self->draft), "files"), self);
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
  gtk_widget_class_install_action (widget_class, "new-project.start-afresh", NULL, start_afresh);
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
  gtk_widget_class_bind_template_callback (widget_class, on_import_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_import_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_import_applied);
  gtk_widget_class_bind_template_callback (widget_class, on_file_removed);
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
  g_signal_connect_swapped (self->draft, "notify", G_CALLBACK (on_draft_notify), self);
  g_signal_connect_swapped (bl_record_get_list (BL_RECORD (self->draft), "files"), "items-changed",
                            G_CALLBACK (on_files_changed), self);
  update (self);
  if (bl_new_project_draft_get_step (self->draft) == BL_NEW_PROJECT_STEP_REVIEW)
    want_build (self, FOR_REVIEW);

  if (error != NULL)
    {
      show_toast (self, error->message);
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

void
bl_new_project_assistant_import (BlNewProjectAssistant *self, BlImportKind kind, GFile *file)
{
  g_return_if_fail (BL_IS_NEW_PROJECT_ASSISTANT (self));

  self->import_kind = kind;
  g_set_object (&self->import_file, file);
  want_build (self, FOR_IMPORT);
}
