/* assess-plan.c: from areas for improvement to priorities, and from priorities to actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-plan.h"

#include <glib/gi18n-lib.h>

#include "action-form.h"
#include "plan-area-row.h"
#include "plan-edit.h"
#include "plan-grid.h"
#include "plan-place.h"
#include "text.h"

struct _BlAssessPlan
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlAction *action; /* whose form is shown; NULL */
  GtkStack *stack, *steps;
  GtkLabel *progress, *missing, *early_said, *exception, *areas_say, *grid_say, *choose_say, *act_say, *notice;
  GtkWidget *early_part, *early_button;
  GtkEditable *early_who, *early_why;
  GtkListBox *merge_list, *choose_list, *act_list, *actions_list;
  GtkWidget *actions_part, *form_part, *act_none;
  BlPlanGrid *grid;
  BlPlanPlace *place;
  BlActionForm *form;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  PROP_STEP,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void refresh (BlAssessPlan *self);

G_DEFINE_FINAL_TYPE (BlAssessPlan, bl_assess_plan, ADW_TYPE_BIN)

/* --- While it is closed --------------------------------------------------------------------- */

static void
show_closed (BlAssessPlan *self, const BlAssessStudy *study)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < study->missing->len; i++)
    g_string_append_printf (words, "%s• %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (study->missing, i));
  gtk_label_set_label (self->missing, words->str);
  gtk_widget_set_visible (self->early_button, bl_session_get_editable (self->session) && study->framework != NULL
                                                  && !gtk_widget_get_visible (self->early_part));
}

static void
on_early (BlAssessPlan *self)
{
  gtk_widget_set_visible (self->early_part, TRUE);
  gtk_widget_set_visible (self->early_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->early_who));
}

static void
on_early_opened (BlAssessPlan *self)
{
  gboolean done = bl_plan_edit_open_early (self->session, self->assessment, gtk_editable_get_text (self->early_who),
                                           gtk_editable_get_text (self->early_why));

  gtk_label_set_label (self->early_said, done ? "" : _ ("Both are kept with the plan: who decided, and why."));
  gtk_widget_set_visible (GTK_WIDGET (self->early_said), !done);
  if (done)
    {
      gtk_editable_set_text (self->early_who, "");
      gtk_editable_set_text (self->early_why, "");
      gtk_widget_set_visible (self->early_part, FALSE);
    }
}

static void
on_early_left (BlAssessPlan *self)
{
  gtk_widget_set_visible (self->early_part, FALSE);
  gtk_widget_set_visible (self->early_button, TRUE);
  gtk_widget_grab_focus (self->early_button);
}

/* Opened before its time: said for good, also when it is complete later. */
static void
show_exception (BlAssessPlan *self)
{
  BlRecord *record = BL_RECORD (self->assessment);
  const char *why = bl_record_get_text (record, "exception"), *who = bl_record_get_text (record, "exception-by");
  guint32 day = 0;
  g_autofree char *date = bl_record_get_date (record, "exception-date", &day) ? bl_text_date_for_people (day) : NULL;
  g_autofree char *words = NULL;

  if (why != NULL)
    /* Translators: who, the date, and the reason in their words. */
    words = g_strdup_printf (_ ("Opened before the assessment was complete, by %s on %s: %s"), who != NULL ? who : _ ("somebody"),
                             date != NULL ? date : _ ("a day not known"), why);
  gtk_label_set_label (self->exception, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->exception), words != NULL);
}

/* --- The four steps ----------------------------------------------------------------------------- */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Which finding's row holds the keyboard, and what in it: the rows are made anew. */
static BlFinding *
find_focus (GtkListBox *list, GType *type)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list))
                       ? gtk_widget_get_ancestor (focus, BL_TYPE_PLAN_AREA_ROW)
                       : NULL;

  *type = focus != NULL ? G_OBJECT_TYPE (focus) : G_TYPE_INVALID;
  return row != NULL ? bl_plan_area_row_get_finding (BL_PLAN_AREA_ROW (row)) : NULL;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_OBJECT_TYPE (widget) == type && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_act (BlAssessPlan *self, BlPlanAreaRow *row)
{
  BlAction *action = bl_plan_edit_make_action (self->session, self->assessment, bl_plan_area_row_get_finding (row));

  if (action == NULL)
    return;
  g_set_object (&self->action, action);
  refresh (self);
  bl_action_form_focus (self->form);
}

static void
fill_areas (BlAssessPlan *self, GtkListBox *list, BlFramework *framework, const BlPlanStudy *plan, BlPlanRowUse use)
{
  GType type;
  g_autoptr (BlFinding) focus = NULL;
  GtkWidget *again = NULL;
  BlFinding *now = find_focus (list, &type);

  if (now != NULL)
    focus = g_object_ref (now);
  clear (list);
  for (guint i = 0; i < plan->n_areas; i++)
    if (use != BL_PLAN_ROW_ACT || plan->areas[i].chosen || plan->areas[i].required)
      {
        GtkWidget *row = bl_plan_area_row_new (self->session, framework, plan, i + 1, use);

        g_signal_connect_object (row, "act", G_CALLBACK (on_act), self, G_CONNECT_SWAPPED);
        gtk_list_box_append (list, row);
        if (plan->areas[i].finding == focus)
          again = row;
      }
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
  if (focus != NULL && again == NULL)
    again = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)); /* it went into another one */
  if (again != NULL)
    {
      GtkWidget *inner = find_type (again, type);

      gtk_widget_grab_focus (inner != NULL ? inner : again);
      if (inner == NULL)
        gtk_widget_child_focus (again, GTK_DIR_TAB_FORWARD);
    }
}

static const char *
get_owner_words (BlRecord *action)
{
  const char *owner = bl_record_get_text (action, "owner");

  return owner != NULL ? owner : _ ("No owner: not an action yet");
}

static void
fill_actions (BlAssessPlan *self, const BlPlanStudy *plan)
{
  GtkListBoxRow *chosen = NULL;

  clear (self->actions_list);
  for (guint i = 0; i < plan->actions->len; i++)
    {
      BlRecord *action = g_ptr_array_index (plan->actions, i);
      GtkWidget *row = adw_action_row_new ();
      const char *ref = bl_record_get_text (action, "ref"), *title = bl_record_get_text (action, "title");
      g_autofree char *words = g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : _ ("Not named yet"));
      g_autofree char *of = NULL;
      guint32 end = 0;
      g_autofree char *date = bl_record_get_date (action, "end", &end) ? bl_text_date_for_people (end) : NULL;

      of = date != NULL ? g_strdup_printf ("%s · %s", get_owner_words (action), date) : g_strdup (get_owner_words (action));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), of);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      if (bl_record_get_text (action, "owner") == NULL)
        adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "action", g_object_ref (action), g_object_unref);
      gtk_list_box_append (self->actions_list, row);
      if (action == (BlRecord *) self->action)
        chosen = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->actions_list, chosen);
  gtk_widget_set_visible (self->actions_part, plan->actions->len > 0);
}

static void
on_action_activated (BlAssessPlan *self, GtkListBoxRow *row)
{
  g_set_object (&self->action, g_object_get_data (G_OBJECT (row), "action"));
  refresh (self);
  bl_action_form_focus (self->form);
}

static void
on_picked (BlAssessPlan *self, BlFinding *finding)
{
  g_autoptr (BlPlanStudy) plan = bl_plan_study_new (bl_session_get_project (self->session), self->assessment);

  bl_plan_place_show (self->place, self->session,
                      bl_assessment_find_framework (bl_session_get_project (self->session), self->assessment),
                      finding != NULL ? bl_plan_study_find (plan, finding) : NULL);
}

static void
take_label (GtkLabel *label, char *words)
{
  gtk_label_set_label (label, words);
  g_free (words);
}

static void
show_open (BlAssessPlan *self, BlFramework *framework)
{
  g_autoptr (BlPlanStudy) plan = bl_plan_study_new (bl_session_get_project (self->session), self->assessment);

  if (self->action != NULL
      && (bl_record_get_parent (BL_RECORD (self->action)) == NULL || !g_ptr_array_find (plan->actions, self->action, NULL)))
    g_clear_object (&self->action);
  show_exception (self);
  take_label (self->areas_say, bl_plan_study_say_areas (plan));
  take_label (self->grid_say, bl_plan_study_say_grid (plan));
  take_label (self->choose_say, bl_plan_study_say_priorities (plan));
  take_label (self->act_say, bl_plan_study_say_actions (plan));
  fill_areas (self, self->merge_list, framework, plan, BL_PLAN_ROW_MERGE);
  bl_plan_grid_show (self->grid, self->session, framework, plan);
  on_picked (self, bl_plan_grid_get_picked (self->grid));
  fill_areas (self, self->choose_list, framework, plan, BL_PLAN_ROW_CHOOSE);
  fill_areas (self, self->act_list, framework, plan, BL_PLAN_ROW_ACT);
  gtk_widget_set_visible (self->act_none, plan->n_chosen + plan->n_required == 0);
  fill_actions (self, plan);
  gtk_widget_set_visible (self->form_part, self->action != NULL);
  if (bl_action_form_get_action (self->form) != self->action)
    bl_action_form_set_action (self->form, self->session, framework, self->action);
}

static void
refresh (BlAssessPlan *self)
{
  g_autoptr (BlAssessStudy) study = NULL;
  const char *page = "none";

  if (self->assessment != NULL && bl_record_get_parent (BL_RECORD (self->assessment)) == NULL)
    g_clear_object (&self->assessment);
  if (self->assessment != NULL)
    {
      const char *notice;

      study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
      notice = study->framework != NULL ? bl_record_get_text (BL_RECORD (study->framework), "notice-short") : NULL;
      page = study->plan_open ? "open" : "closed";
      gtk_label_set_label (self->notice, notice != NULL ? notice : "");
      gtk_label_set_label (self->progress, study->plan_open ? bl_record_get_text (BL_RECORD (self->assessment), "title") : _ ("Closed"));
      if (study->plan_open)
        show_open (self, study->framework);
      else
        show_closed (self, study);
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* --- Overrides ------------------------------------------------------------------------------------ */

static void
on_close (BlAssessPlan *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_step_changed (BlAssessPlan *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
bl_assess_plan_constructed (GObject *object)
{
  BlAssessPlan *self = BL_ASSESS_PLAN (object);

  G_OBJECT_CLASS (bl_assess_plan_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
bl_assess_plan_dispose (GObject *object)
{
  BlAssessPlan *self = BL_ASSESS_PLAN (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (bl_assess_plan_parent_class)->dispose (object);
}

static void
bl_assess_plan_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessPlan *self = BL_ASSESS_PLAN (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_STEP:
      g_value_set_string (value, bl_assess_plan_get_step (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_plan_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessPlan *self = BL_ASSESS_PLAN (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (!g_set_object (&self->assessment, g_value_get_object (value)))
        break;
      g_clear_object (&self->action);
      refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_plan_class_init (BlAssessPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_plan_constructed;
  object_class->dispose = bl_assess_plan_dispose;
  object_class->get_property = bl_assess_plan_get_property;
  object_class->set_property = bl_assess_plan_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEP] = g_param_spec_string ("step", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BL_TYPE_ACTION_FORM);
  g_type_ensure (BL_TYPE_PLAN_GRID);
  g_type_ensure (BL_TYPE_PLAN_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-plan.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlAssessPlan, child)
  BIND (stack);
  BIND (steps);
  BIND (progress);
  BIND (missing);
  BIND (early_part);
  BIND (early_button);
  BIND (early_who);
  BIND (early_why);
  BIND (early_said);
  BIND (exception);
  BIND (areas_say);
  BIND (grid_say);
  BIND (choose_say);
  BIND (act_say);
  BIND (notice);
  BIND (merge_list);
  BIND (choose_list);
  BIND (act_list);
  BIND (act_none);
  BIND (actions_list);
  BIND (actions_part);
  BIND (form_part);
  BIND (grid);
  BIND (place);
  BIND (form);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_early);
  gtk_widget_class_bind_template_callback (widget_class, on_early_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_early_left);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_action_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_step_changed);
}

static void
bl_assess_plan_init (BlAssessPlan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
bl_assess_plan_get_step (BlAssessPlan *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_PLAN (self), NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "open") != 0)
    return "closed";
  return gtk_stack_get_visible_child_name (self->steps);
}

gboolean
bl_assess_plan_show (BlAssessPlan *self, const char *step)
{
  g_return_val_if_fail (BL_IS_ASSESS_PLAN (self) && step != NULL, FALSE);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "open") != 0
      || gtk_stack_get_child_by_name (self->steps, step) == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (self->steps, step);
  return TRUE;
}
