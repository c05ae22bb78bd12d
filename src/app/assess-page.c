/* assess-page.c: the self-assessment: a facilitator in the box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-page.h"

#include <glib/gi18n-lib.h>

#include "assess-back-view.h"
#include "assess-begin-dialog.h"
#include "assess-change.h"
#include "assess-export.h"
#include "assess-home.h"
#include "assess-prepare.h"
#include "assess-rate-view.h"
#include "assess-plan.h"
#include "assess-results.h"
#include "framework-dialog.h"
#include "assess-meet-view.h"

struct _BlAssessPage
{
  AdwBin parent;
  BlSession *session;
  GtkStack *stack;
  GtkWidget *end;      /* in the window's header: what can be written and printed */
  GtkWidget *start;    /* in the window's header: the page's one adding action */
  BlAssessment *draft; /* what was chosen the last time one was to be begun; NULL */
  char *assessment;    /* id of the one looked at; NULL */
  char *subtitle;
};

enum
{
  PROP_SESSION = 1,
  PROP_VIEW,
  PROP_ASSESSMENT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void page_init (BlPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BlAssessPage, bl_assess_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (BL_TYPE_PAGE, page_init))

/* The views there are; home first. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} views[] = {
  { "home", bl_assess_home_get_type },
  { "back", bl_assess_back_view_get_type },
  { "prepare", bl_assess_prepare_get_type },
  { "results", bl_assess_results_get_type },
  { "meet", bl_assess_meet_view_get_type },
  { "rate", bl_assess_rate_view_get_type },
  { "plan", bl_assess_plan_get_type },
};

/* --- The page ------------------------------------------------------------------- */

static const char *
get_title (BlPage *page)
{
  return _ ("Self-assessment");
}

static const char *
get_subtitle (BlPage *page)
{
  return BL_ASSESS_PAGE (page)->subtitle;
}

/* Where something is being done nothing new is begun. */
static GtkWidget *
get_start (BlPage *page)
{
  BlAssessPage *self = BL_ASSESS_PAGE (page);

  return g_str_equal (bl_assess_page_get_view (self), "home") ? self->start : NULL;
}

static GtkWidget *
get_end (BlPage *page)
{
  BlAssessPage *self = BL_ASSESS_PAGE (page);

  return bl_assess_page_get_assessment (self) != NULL ? self->end : NULL;
}

/* On a projector nothing else is to be read. */
static gboolean
get_whole (BlPage *page)
{
  return g_str_equal (bl_assess_page_get_view (BL_ASSESS_PAGE (page)), "meet");
}

static void
page_init (BlPageInterface *iface)
{
  iface->get_whole = get_whole;
  iface->get_title = get_title;
  iface->get_subtitle = get_subtitle;
  iface->get_start = get_start;
  iface->get_end = get_end;
}

static void
update_header (BlAssessPage *self)
{
  BlAssessment *assessment = bl_assess_page_get_assessment (self);

  g_free (self->subtitle);
  self->subtitle = assessment != NULL ? g_strdup (bl_record_get_text (BL_RECORD (assessment), "title")) : NULL;
  bl_assess_export_set_enabled (GTK_WIDGET (self), assessment != NULL);
  bl_page_header_changed (BL_PAGE (self));
}

/* --- What is in front -------------------------------------------------------------- */

static void
on_closed (BlAssessPage *self)
{
  bl_assess_page_show (self, "home");
}

/* Made when first wanted. */
static GtkWidget *
find_view (BlAssessPage *self, const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->stack, name);

  for (guint i = 0; view == NULL && i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      {
        view = g_object_new (views[i].get_type (), "session", self->session, NULL);
        if (g_signal_lookup ("closed", G_OBJECT_TYPE (view)) != 0)
          g_signal_connect_object (view, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
        gtk_stack_add_named (self->stack, view, name);
      }
  return view;
}

/* The one chosen may have gone: then the first there is. */
static void
on_project_changed (BlAssessPage *self)
{
  GListModel *all = bl_record_get_list (BL_RECORD (bl_session_get_project (self->session)), "assessments");

  if (bl_assess_page_get_assessment (self) == NULL)
    {
      g_autoptr (BlAssessment) first = g_list_model_get_item (all, 0);

      bl_assess_page_choose (self, first);
      bl_assess_page_show (self, "home");
    }
  update_header (self);
}

/* --- Actions ----------------------------------------------------------------------- */

static void
show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_assess_page_show (BL_ASSESS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);
  BlRecord *record = bl_project_find (bl_session_get_project (self->session), g_variant_get_string (parameter, NULL));

  if (BL_IS_ASSESSMENT (record))
    bl_assess_page_choose (self, BL_ASSESSMENT (record));
}

static void
rate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);
  BlRecord *member = bl_project_find (bl_session_get_project (self->session), g_variant_get_string (parameter, NULL));
  GtkWidget *view;

  if (!BL_IS_ASSESSMENT_MEMBER (member) || !bl_assess_page_show (self, "rate"))
    return;
  view = gtk_stack_get_visible_child (self->stack);
  g_object_set (view, "member", member, NULL);
}

/* A part of what is prepared. */
static void
prepare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);

  if (bl_assess_page_show (self, "prepare"))
    g_object_set (gtk_stack_get_visible_child (self->stack), "part", g_variant_get_string (parameter, NULL), NULL);
}

static void
on_begun (BlAssessPage *self, BlAssessment *assessment)
{
  g_clear_object (&self->draft);
  bl_assess_page_choose (self, assessment);
  if (!bl_assess_page_show (self, "prepare"))
    bl_assess_page_show (self, "home");
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (self->draft == NULL)
    self->draft = bl_assessment_new (NULL);
  dialog = bl_assess_begin_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, self->draft);
  g_signal_connect_object (dialog, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_one (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);
  BlRecord *record = bl_project_find (bl_session_get_project (self->session), g_variant_get_string (parameter, NULL));

  if (BL_IS_ASSESSMENT (record) && bl_session_get_editable (self->session))
    bl_assess_change_remove (self->session, BL_ASSESSMENT (record));
}

static void
write_paper (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);

  bl_assess_export_act (widget, self->session, bl_assess_page_get_assessment (self), name);
}

/* What one assesses by: that of the self-assessment looked at first. */
static void
show_frameworks (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessPage *self = BL_ASSESS_PAGE (widget);
  BlAssessment *assessment = bl_assess_page_get_assessment (self);
  const char *id = assessment != NULL ? bl_record_get_text (BL_RECORD (assessment), "framework") : NULL;
  BlRecord *framework = id != NULL ? bl_project_find (bl_session_get_project (self->session), id) : NULL;

  gtk_window_present (GTK_WINDOW (bl_framework_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session,
                                                           BL_IS_FRAMEWORK (framework) ? BL_FRAMEWORK (framework) : NULL)));
}

/* --- Overrides ---------------------------------------------------------------------- */

static void
bl_assess_page_constructed (GObject *object)
{
  BlAssessPage *self = BL_ASSESS_PAGE (object);

  G_OBJECT_CLASS (bl_assess_page_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child (self->stack, find_view (self, "home"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", bl_session_get_editable (self->session));
  on_project_changed (self);
}

static void
bl_assess_page_dispose (GObject *object)
{
  BlAssessPage *self = BL_ASSESS_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_object (&self->end);
  g_clear_object (&self->start);
  G_OBJECT_CLASS (bl_assess_page_parent_class)->dispose (object);
}

static void
bl_assess_page_finalize (GObject *object)
{
  BlAssessPage *self = BL_ASSESS_PAGE (object);

  g_free (self->assessment);
  g_free (self->subtitle);
  G_OBJECT_CLASS (bl_assess_page_parent_class)->finalize (object);
}

static void
bl_assess_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessPage *self = BL_ASSESS_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEW:
      g_value_set_string (value, bl_assess_page_get_view (self));
      break;
    case PROP_ASSESSMENT:
      g_value_set_string (value, self->assessment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessPage *self = BL_ASSESS_PAGE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_page_class_init (BlAssessPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_page_constructed;
  object_class->dispose = bl_assess_page_dispose;
  object_class->finalize = bl_assess_page_finalize;
  object_class->get_property = bl_assess_page_get_property;
  object_class->set_property = bl_assess_page_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT]
      = g_param_spec_string ("assessment", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "assess.show", "s", show);
  gtk_widget_class_install_action (widget_class, "assess.choose", "s", choose);
  gtk_widget_class_install_action (widget_class, "assess.remove", "s", remove_one);
  gtk_widget_class_install_action (widget_class, "assess.prepare", "s", prepare);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "assess.rate", "s", rate);
  bl_assess_export_install_actions (widget_class, write_paper);
  gtk_widget_class_install_action (widget_class, "assess.frameworks", NULL, show_frameworks);
}

static void
bl_assess_page_init (BlAssessPage *self)
{
  self->end = g_object_ref_sink (bl_assess_export_new_button (GTK_WIDGET (self)));
  self->start = g_object_ref_sink (gtk_button_new_from_icon_name ("list-add-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "win.add");
  gtk_widget_set_tooltip_text (self->start, _ ("Begin a self-assessment (Ctrl++)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Begin a self-assessment"), -1);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/* --- Public --------------------------------------------------------------------------- */

BlAssessPage *
bl_assess_page_new (BlSession *session)
{
  return g_object_new (BL_TYPE_ASSESS_PAGE, "session", session, NULL);
}

const char *
bl_assess_page_get_view (BlAssessPage *self)
{
  const char *name;

  g_return_val_if_fail (BL_IS_ASSESS_PAGE (self), NULL);
  name = gtk_stack_get_visible_child_name (self->stack);
  return name != NULL ? name : "home";
}

gboolean
bl_assess_page_show (BlAssessPage *self, const char *view)
{
  BlAssessment *assessment;
  GtkWidget *found;

  g_return_val_if_fail (BL_IS_ASSESS_PAGE (self) && view != NULL, FALSE);
  assessment = bl_assess_page_get_assessment (self);
  if (assessment == NULL && !g_str_equal (view, "home"))
    return FALSE;
  found = find_view (self, view);
  if (found == NULL)
    return FALSE;
  g_object_set (found, "assessment", assessment, NULL);
  gtk_stack_set_visible_child (self->stack, found);
  update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  return TRUE;
}

BlAssessment *
bl_assess_page_get_assessment (BlAssessPage *self)
{
  BlRecord *record;

  g_return_val_if_fail (BL_IS_ASSESS_PAGE (self), NULL);
  if (self->assessment == NULL || self->session == NULL)
    return NULL;
  record = bl_project_find (bl_session_get_project (self->session), self->assessment);
  return BL_IS_ASSESSMENT (record) ? BL_ASSESSMENT (record) : NULL;
}

void
bl_assess_page_choose (BlAssessPage *self, BlAssessment *assessment)
{
  const char *id;

  g_return_if_fail (BL_IS_ASSESS_PAGE (self) && (assessment == NULL || BL_IS_ASSESSMENT (assessment)));
  id = assessment != NULL ? bl_record_get_id (BL_RECORD (assessment)) : NULL;
  if (g_strcmp0 (id, self->assessment) == 0)
    return;
  g_free (self->assessment);
  self->assessment = g_strdup (id);
  g_object_set (gtk_stack_get_visible_child (self->stack), "assessment", assessment, NULL);
  update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}
