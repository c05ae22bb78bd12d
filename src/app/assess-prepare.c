/* assess-prepare.c: making a self-assessment ready: team, day, files, who we are, vision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-prepare.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "assess-day.h"
#include "assess-files.h"
#include "assess-team.h"
#include "assess-words.h"

struct _BlAssessPrepare
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework; /* whose words are shown */
  BlAdaptiveBin *bin;
  AdwViewStack *stack;
  AdwViewSwitcher *switcher;
  BlAssessTeam *team;
  BlAssessDay *day;
  BlAssessFiles *files;
  GtkBox *model, *vision;
  GtkLabel *notice;
  gboolean stale;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  PROP_PART,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessPrepare, bl_assess_prepare, ADW_TYPE_BIN)

static void
fill_words (BlAssessPrepare *self)
{
  bl_assess_words_fill_model (self->model, self->session, self->assessment, self->framework);
  bl_assess_words_fill_vision (self->vision, self->session, self->assessment, self->framework);
}

static void
refresh (BlAssessPrepare *self, gboolean other)
{
  g_autoptr (BlAssessStudy) study = NULL;
  const char *notice = NULL;

  self->stale = FALSE;
  if (self->assessment != NULL && bl_record_get_parent (BL_RECORD (self->assessment)) != NULL)
    study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  bl_assess_team_show (self->team, self->session, study);
  bl_assess_day_show (self->day, self->session, study);
  bl_assess_files_show (self->files, self->session, study);
  if (g_set_object (&self->framework, (study != NULL ? study->framework : NULL)) || other)
    if (self->framework != NULL)
      fill_words (self);
  if (self->framework != NULL)
    notice = bl_record_get_text (BL_RECORD (self->framework), "notice-short");
  gtk_label_set_label (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
}

static void
on_project_changed (BlAssessPrepare *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self, FALSE);
}

static void
on_mapped (BlAssessPrepare *self)
{
  if (self->stale)
    refresh (self, FALSE);
}

/* What was typed last is kept before it is out of sight. */
static void
on_part_changed (BlAssessPrepare *self)
{
  bl_assess_words_flush (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

static void
on_narrow_changed (BlAssessPrepare *self)
{
  adw_view_switcher_set_policy (self->switcher, bl_adaptive_bin_get_narrow (self->bin) ? ADW_VIEW_SWITCHER_POLICY_NARROW
                                                                                         : ADW_VIEW_SWITCHER_POLICY_WIDE);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_assess_words_flush (widget);
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
show_part (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "part", g_variant_get_string (parameter, NULL), NULL);
}

/* --- Overrides ------------------------------------------------------------------------- */

static void
bl_assess_prepare_constructed (GObject *object)
{
  BlAssessPrepare *self = BL_ASSESS_PREPARE (object);

  G_OBJECT_CLASS (bl_assess_prepare_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
bl_assess_prepare_dispose (GObject *object)
{
  BlAssessPrepare *self = BL_ASSESS_PREPARE (object);

  g_clear_object (&self->framework);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_assess_prepare_parent_class)->dispose (object);
}

static void
bl_assess_prepare_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessPrepare *self = BL_ASSESS_PREPARE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_PART:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->stack));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_prepare_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessPrepare *self = BL_ASSESS_PREPARE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (g_set_object (&self->assessment, g_value_get_object (value)))
        refresh (self, TRUE);
      break;
    case PROP_PART:
      if (g_value_get_string (value) != NULL && adw_view_stack_get_child_by_name (self->stack, g_value_get_string (value)) != NULL)
        adw_view_stack_set_visible_child_name (self->stack, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_prepare_class_init (BlAssessPrepareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_prepare_constructed;
  object_class->dispose = bl_assess_prepare_dispose;
  object_class->get_property = bl_assess_prepare_get_property;
  object_class->set_property = bl_assess_prepare_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PART] = g_param_spec_string ("part", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "prepare.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "prepare.show", "s", show_part);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "prepare.back", NULL);
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_ASSESS_TEAM);
  g_type_ensure (BL_TYPE_ASSESS_DAY);
  g_type_ensure (BL_TYPE_ASSESS_FILES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-prepare.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, bin);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, stack);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, switcher);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, team);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, day);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, files);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, model);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, vision);
  gtk_widget_class_bind_template_child (widget_class, BlAssessPrepare, notice);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
bl_assess_prepare_init (BlAssessPrepare *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}
