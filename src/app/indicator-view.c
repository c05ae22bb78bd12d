/* indicator-view.c: one indicator: what it says, its chart, its events, and what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-view.h"

#include <glib/gi18n-lib.h>

#include "indicator-values.h"

struct _BlIndicatorView
{
  AdwBin parent;
  BlSession *session;
  BlIndicator *indicator;
  GtkLabel *name, *finding, *sentence, *source;
  gboolean table_shown, pane_shown;
};

enum
{
  PROP_SESSION = 1,
  PROP_INDICATOR,
  PROP_TABLE_SHOWN,
  PROP_PANE_SHOWN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorView, bl_indicator_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show (BlIndicatorView *self)
{
  g_autoptr (BlIndicatorValues) values = NULL;
  g_autoptr (BlJudgement) judgement = NULL;
  const char *reason = NULL;
  BlBaseFigures *figures;

  if (self->indicator == NULL)
    return;
  show_text (self->name, bl_record_get_text (BL_RECORD (self->indicator), "name"));
  figures = bl_session_get_figures (self->session, &reason);
  if (figures == NULL)
    {
      show_text (self->sentence, reason);
      return;
    }
  values = bl_indicator_values_new (figures, self->indicator, NULL, BL_PERIOD_KIND_UNKNOWN);
  judgement = bl_indicator_values_judge (values);
  show_text (self->finding, judgement->title);
  show_text (self->sentence, judgement->sentence);
  show_text (self->source, values->source);
}

static void
on_facts_changed (BlIndicatorView *self)
{
  BlProject *project = bl_session_get_project (self->session);

  if (self->indicator == NULL)
    return;
  if (bl_project_find (project, bl_record_get_id (BL_RECORD (self->indicator))) != NULL)
    show (self);
  else
    {
      bl_indicator_view_set_indicator (self, NULL);
      g_signal_emit (self, signals[CLOSED], 0);
    }
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
bl_indicator_view_constructed (GObject *object)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  G_OBJECT_CLASS (bl_indicator_view_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
}

static void
bl_indicator_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_INDICATOR:
      g_value_set_object (value, self->indicator);
      break;
    case PROP_TABLE_SHOWN:
      g_value_set_boolean (value, self->table_shown);
      break;
    case PROP_PANE_SHOWN:
      g_value_set_boolean (value, self->pane_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_shown (BlIndicatorView *self, gboolean *place, gboolean shown, GParamSpec *pspec)
{
  if (*place == shown)
    return;
  *place = shown;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
bl_indicator_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_INDICATOR:
      bl_indicator_view_set_indicator (self, g_value_get_object (value));
      break;
    case PROP_TABLE_SHOWN:
      set_shown (self, &self->table_shown, g_value_get_boolean (value), pspec);
      break;
    case PROP_PANE_SHOWN:
      set_shown (self, &self->pane_shown, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_indicator_view_dispose (GObject *object)
{
  BlIndicatorView *self = BL_INDICATOR_VIEW (object);

  g_clear_object (&self->indicator);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_indicator_view_parent_class)->dispose (object);
}

static void
bl_indicator_view_class_init (BlIndicatorViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags free = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = bl_indicator_view_constructed;
  object_class->dispose = bl_indicator_view_dispose;
  object_class->get_property = bl_indicator_view_get_property;
  object_class->set_property = bl_indicator_view_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INDICATOR] = g_param_spec_object ("indicator", NULL, NULL, BL_TYPE_INDICATOR, free);
  properties[PROP_TABLE_SHOWN] = g_param_spec_boolean ("table-shown", NULL, NULL, FALSE, free);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, TRUE, free);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "indicator.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "indicator.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, name);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorView, source);
}

static void
bl_indicator_view_init (BlIndicatorView *self)
{
  self->pane_shown = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bl_indicator_view_new (BlSession *session)
{
  return g_object_new (BL_TYPE_INDICATOR_VIEW, "session", session, NULL);
}

void
bl_indicator_view_set_indicator (BlIndicatorView *self, BlIndicator *indicator)
{
  g_return_if_fail (BL_IS_INDICATOR_VIEW (self));

  if (!g_set_object (&self->indicator, indicator))
    return;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDICATOR]);
}

BlIndicator *
bl_indicator_view_get_indicator (BlIndicatorView *self)
{
  g_return_val_if_fail (BL_IS_INDICATOR_VIEW (self), NULL);
  return self->indicator;
}
