/* assess-rate-view.c: members rate in turn on one machine, each alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-rate-view.h"

#include <glib/gi18n-lib.h>

#include "assess-change.h"
#include "rating-view.h"

struct _BlAssessRateView
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;   /* NULL */
  BlAssessmentMember *member; /* NULL: to be chosen */
  GtkStack *stack;
  GtkLabel *title, *explains, *notices;
  GtkListBox *members;
  GtkButton *begin;
  BlRatingView *view;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  PROP_MEMBER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessRateView, bl_assess_rate_view, ADW_TYPE_BIN)

/* --- The gate --------------------------------------------------------------------------- */

static BlFramework *
get_framework (BlAssessRateView *self)
{
  return self->assessment != NULL
             ? bl_assessment_find_framework (bl_session_get_project (self->session), self->assessment)
             : NULL;
}

/* The row at @place, made where there is none, so that the keyboard stays where it is. */
static AdwActionRow *
need_row (BlAssessRateView *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->members, place);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      gtk_list_box_row_set_activatable (row, TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (self->members, GTK_WIDGET (row));
    }
  return ADW_ACTION_ROW (row);
}

static void
show_members (BlAssessRateView *self, BlFramework *framework)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  GtkListBoxRow *row;
  int n = 0;

  for (guint i = 0; i < study->n_members; i++)
    {
      const BlAssessMember *member = &study->members[i];
      g_autofree char *name = bl_assess_name_member (framework, member->member);
      g_autofree char *done = g_strdup_printf (_ ("%1$u of %2$u answered"), member->done, member->of);
      AdwActionRow *line = need_row (self, n++);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), name);
      adw_action_row_set_subtitle (line, member->member == self->member ? _ ("Their turn now") : done);
      g_object_set_data_full (G_OBJECT (line), "member", g_object_ref (member->member), g_object_unref);
    }
  while ((row = gtk_list_box_get_row_at_index (self->members, n)) != NULL)
    gtk_list_box_remove (self->members, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->members), n > 0);
}

static void
show_gate (BlAssessRateView *self)
{
  BlFramework *framework = get_framework (self);
  gboolean ready = framework != NULL && self->member != NULL;
  const char *notice = framework != NULL ? bl_record_get_text (BL_RECORD (framework), "notice-short") : NULL;

  gtk_stack_set_visible_child_name (self->stack, "gate");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "turn.begin", ready);
  gtk_widget_set_visible (GTK_WIDGET (self->begin), ready);
  gtk_label_set_label (self->notices, notice != NULL ? notice : "");
  if (framework == NULL)
    {
      gtk_label_set_label (self->title, _ ("There is nothing to rate"));
      gtk_label_set_label (self->explains, _ ("Begin a self-assessment, or choose one."));
      gtk_widget_set_visible (GTK_WIDGET (self->members), FALSE);
      return;
    }
  if (ready)
    {
      g_autofree char *name = bl_assess_name_member (framework, self->member);
      /* Translators: a member's name. */
      g_autofree char *title = g_strdup_printf (_ ("It is the turn of %s"), name);
      g_autofree char *begin = g_strdup_printf (_ ("Rate as %s"), name);

      gtk_label_set_label (self->title, title);
      gtk_button_set_label (self->begin, begin);
      gtk_label_set_label (self->explains,
                           _ ("Others’ ratings are not shown. If this is not you, choose your name; if it is, ask the others "
                              "to look away. You can leave at any step and come back."));
    }
  else
    {
      gtk_label_set_label (self->title, _ ("Who is rating now?"));
      gtk_label_set_label (self->explains, _ ("Choose your name. Nobody’s ratings are shown to anybody else before the meeting."));
    }
  show_members (self, framework);
  if (gtk_list_box_get_row_at_index (self->members, 0) == NULL)
    gtk_label_set_label (self->explains, _ ("Nobody in the team rates yet. Add members under Prepare."));
}

static void
hide_ratings (BlAssessRateView *self)
{
  bl_rating_view_set_sheet (self->view, NULL);
  show_gate (self);
}

/* --- Callbacks ------------------------------------------------------------------------ */

static void
on_member (BlAssessRateView *self, GtkListBoxRow *row)
{
  BlAssessmentMember *member = g_object_get_data (G_OBJECT (row), "member");

  g_object_set (self, "member", member, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->begin));
}

static void
leave (BlAssessRateView *self)
{
  g_clear_object (&self->member);
  hide_ratings (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_later (BlAssessRateView *self)
{
  leave (self);
}

static void
on_finish (BlAssessRateView *self)
{
  if (self->member != NULL)
    {
      g_autoptr (BlRatingSheet) sheet = bl_rating_sheet_new (self->session, self->assessment, self->member);
      g_autofree char *name = bl_assess_name_member (get_framework (self), self->member);
      g_autofree char *done = g_strdup_printf (_ ("%s has finished rating"), name);

      if (!bl_rating_sheet_get_finished (sheet))
        {
          bl_rating_sheet_set_finished (sheet, TRUE);
          bl_session_announce (self->session, done);
        }
    }
  leave (self);
}

/* Who is in the team, and whether there is one, may be another thing now. */
static void
on_project_changed (BlAssessRateView *self)
{
  gboolean rating = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "rate");

  if (self->member != NULL && bl_record_get_parent (BL_RECORD (self->member)) == NULL)
    {
      g_clear_object (&self->member);
      hide_ratings (self);
    }
  else if (!rating && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_gate (self);
}

static void
on_mapped (BlAssessRateView *self)
{
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "rate"))
    show_gate (self);
}

/* --- Actions ----------------------------------------------------------------------- */

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessRateView *self = BL_ASSESS_RATE_VIEW (widget);
  g_autoptr (BlRatingSheet) sheet = NULL;

  if (self->member == NULL || get_framework (self) == NULL)
    return;
  sheet = bl_rating_sheet_new (self->session, self->assessment, self->member);
  bl_rating_view_set_sheet (self->view, sheet);
  gtk_stack_set_visible_child_name (self->stack, "rate");
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
another (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "member", NULL, NULL);
}

static void
close_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave (BL_ASSESS_RATE_VIEW (widget));
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_assess_rate_view_constructed (GObject *object)
{
  BlAssessRateView *self = BL_ASSESS_RATE_VIEW (object);

  G_OBJECT_CLASS (bl_assess_rate_view_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  show_gate (self);
}

static void
bl_assess_rate_view_dispose (GObject *object)
{
  BlAssessRateView *self = BL_ASSESS_RATE_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->member);
  G_OBJECT_CLASS (bl_assess_rate_view_parent_class)->dispose (object);
}

static void
bl_assess_rate_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessRateView *self = BL_ASSESS_RATE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_MEMBER:
      g_value_set_object (value, self->member);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_rate_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessRateView *self = BL_ASSESS_RATE_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (g_set_object (&self->assessment, g_value_get_object (value)))
        {
          g_clear_object (&self->member);
          hide_ratings (self);
        }
      break;
    case PROP_MEMBER:
      g_set_object (&self->member, g_value_get_object (value));
      hide_ratings (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_rate_view_class_init (BlAssessRateViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_assess_rate_view_constructed;
  object_class->dispose = bl_assess_rate_view_dispose;
  object_class->get_property = bl_assess_rate_view_get_property;
  object_class->set_property = bl_assess_rate_view_set_property;
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT, flags);
  properties[PROP_MEMBER] = g_param_spec_object ("member", NULL, NULL, BL_TYPE_ASSESSMENT_MEMBER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "turn.begin", NULL, begin);
  gtk_widget_class_install_action (widget_class, "turn.another", NULL, another);
  gtk_widget_class_install_action (widget_class, "turn.close", NULL, close_view);
  g_type_ensure (BL_TYPE_RATING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-rate-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, title);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, explains);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, notices);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, members);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, begin);
  gtk_widget_class_bind_template_child (widget_class, BlAssessRateView, view);
  gtk_widget_class_bind_template_callback (widget_class, on_member);
  gtk_widget_class_bind_template_callback (widget_class, on_later);
  gtk_widget_class_bind_template_callback (widget_class, on_finish);
  gtk_widget_class_bind_template_callback (widget_class, on_mapped);
}

static void
bl_assess_rate_view_init (BlAssessRateView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
