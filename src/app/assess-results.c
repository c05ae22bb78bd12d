/* assess-results.c: the results section of a self-assessment: what the service achieves, area by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-results.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "result-edit.h"
#include "results-area-view.h"

struct _BlAssessResults
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework; /* whose areas are listed; NULL: none */
  GPtrArray *outcomes; /* of BlResultsArea: of which the short route takes one; empty on another route */
  GPtrArray *areas; /* of BlResultsArea; borrowed of the framework */
  int at;           /* −1: none */
  gboolean showing;
  BlAdaptiveBin *bin;
  GtkStack *stack;
  GtkListBox *list;
  GtkDropDown *choice;
  GtkWidget *side, *first_part;
  GtkDropDown *first;
  GtkLabel *statement, *progress;
  GtkScrolledWindow *scroller;
  BlResultsAreaView *view;
  GtkButton *before_button, *after_button;
  GtkLabel *before_label, *after_label;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  PROP_AREA,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessResults, bl_assess_results, ADW_TYPE_BIN)

static BlResultsArea *
get_area (BlAssessResults *self, int at)
{
  return at >= 0 && (guint) at < self->areas->len ? g_ptr_array_index (self->areas, at) : NULL;
}

static const char *
get_item (BlAssessResults *self, int at)
{
  BlResultsArea *area = get_area (self, at);

  return area != NULL ? bl_record_get_text (BL_RECORD (area), "item") : NULL;
}

static const char *
get_area_title (BlAssessResults *self, int at)
{
  BlResultsArea *area = get_area (self, at);
  const char *title = area != NULL ? bl_record_get_text (BL_RECORD (area), "title") : NULL;

  return title != NULL ? title : "";
}

/* --- Where each stands --------------------------------------------------------------------- */

static const BlAssessPart *
find_part (const BlAssessStudy *study, const char *item)
{
  for (guint i = 0; i < study->n_areas; i++)
    if (g_strcmp0 (study->areas[i].item, item) == 0)
      return &study->areas[i];
  return NULL;
}

/* The word of the judgement; NULL: there is none yet. */
static const char *
get_word (BlAssessResults *self, const char *item)
{
  BlAgreement *agreement = bl_result_find_agreement (self->assessment, item);
  const char *level = agreement != NULL ? bl_record_get_text (BL_RECORD (agreement), "level") : NULL;
  BlScaleLevel *found;

  if (bl_result_has_no_data (self->assessment, item))
    level = "result-nodata";
  found = level != NULL ? bl_framework_find_level (self->framework, level) : NULL;
  return found != NULL ? bl_record_get_text (BL_RECORD (found), "label") : NULL;
}

static void
show_progress (BlAssessResults *self)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);
  guint done = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->areas->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i));
      const char *item = get_item (self, (int) i), *word = get_word (self, item);
      const BlAssessPart *part = find_part (study, item);
      GtkLabel *label = g_object_get_data (G_OBJECT (row), "word");
      g_autofree char *name = g_strdup_printf ("%s: %s", get_area_title (self, (int) i), word != NULL ? word : _ ("Not judged yet"));

      done += part != NULL ? part->complete : word != NULL;
      gtk_label_set_label (label, word != NULL ? word : "");
      gtk_widget_set_visible (GTK_WIDGET (label), word != NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  words = g_strdup_printf (ngettext ("%u of %u area judged", "%u of %u areas judged", self->areas->len), done, self->areas->len);
  gtk_label_set_label (self->progress, words);
}

/* --- The list ---------------------------------------------------------------------------------- */

static GtkWidget *
make_row (BlAssessResults *self, int at)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (get_area_title (self, at)), *word = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_widget_add_css_class (word, "small");
  gtk_widget_add_css_class (word, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "word", word);
  return row;
}

static void
fill (BlAssessResults *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkListBoxRow *row;

  self->showing = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->areas->len; i++)
    {
      gtk_list_box_append (self->list, make_row (self, (int) i));
      gtk_string_list_append (titles, get_area_title (self, (int) i));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  self->showing = FALSE;
}

static void
show_at (BlAssessResults *self, int at)
{
  self->at = at;
  self->showing = TRUE;
  if (at >= 0)
    {
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, at));
      gtk_drop_down_set_selected (self->choice, (guint) at);
    }
  self->showing = FALSE;
  bl_results_area_view_set_area (self->view, self->session, self->assessment, self->framework, get_area (self, at));
  gtk_widget_set_visible (GTK_WIDGET (self->before_button), at > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->after_button), get_area (self, at + 1) != NULL);
  gtk_label_set_label (self->before_label, get_area_title (self, at - 1));
  gtk_label_set_label (self->after_label, get_area_title (self, at + 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.before", at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.after", get_area (self, at + 1) != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AREA]);
}

static gboolean
same_areas (BlAssessResults *self, GPtrArray *areas)
{
  gboolean same = self->areas->len == areas->len;

  for (guint i = 0; i < areas->len && same; i++)
    same = g_ptr_array_index (self->areas, i) == g_ptr_array_index (areas, i);
  return same;
}

/* The short route looks at one Outcome, which the service chooses. */
static void
show_first (BlAssessResults *self)
{
  gboolean brief = self->framework != NULL
                   && bl_framework_is_short_route (self->framework, bl_record_get_text (BL_RECORD (self->assessment), "route"));
  g_autoptr (GPtrArray) outcomes = brief ? bl_result_list_outcomes (self->framework) : g_ptr_array_new ();
  BlResultsArea *chosen = brief ? bl_result_find_first_outcome (self->assessment, self->framework) : NULL;
  guint at = 0;

  self->showing = TRUE;
  if (outcomes->len != self->outcomes->len
      || (outcomes->len > 0 && g_ptr_array_index (outcomes, 0) != g_ptr_array_index (self->outcomes, 0)))
    {
      g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

      gtk_string_list_append (titles, _ ("Choose an Outcome"));
      for (guint i = 0; i < outcomes->len; i++)
        gtk_string_list_append (titles, bl_record_get_text (g_ptr_array_index (outcomes, i), "title"));
      g_clear_pointer (&self->outcomes, g_ptr_array_unref);
      self->outcomes = g_steal_pointer (&outcomes);
      gtk_drop_down_set_model (self->first, G_LIST_MODEL (titles));
    }
  for (guint i = 0; i < self->outcomes->len; i++)
    if (g_ptr_array_index (self->outcomes, i) == (gpointer) chosen)
      at = i + 1;
  gtk_drop_down_set_selected (self->first, at);
  gtk_widget_set_visible (self->first_part, brief && self->outcomes->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first), bl_session_get_editable (self->session));
  self->showing = FALSE;
}

/* What is asked for may have changed: the assessment, its framework, its route. */
static void
refresh (BlAssessResults *self)
{
  gboolean gone = self->assessment != NULL && bl_record_get_parent (BL_RECORD (self->assessment)) == NULL;
  g_autofree char *item = g_strdup (get_item (self, self->at));
  g_autoptr (GPtrArray) areas = NULL;
  BlFramework *framework;

  if (gone)
    {
      g_object_set (self, "assessment", NULL, NULL);
      return;
    }
  framework = self->assessment != NULL
                  ? bl_assessment_find_framework (bl_session_get_project (self->session), self->assessment)
                  : NULL;
  areas = framework != NULL ? bl_result_list_areas (self->assessment, framework) : g_ptr_array_new ();
  if (framework != self->framework || !same_areas (self, areas))
    {
      BlRecord *section = areas->len > 0 ? bl_record_get_parent (g_ptr_array_index (areas, 0)) : NULL;
      const char *statement = section != NULL ? bl_record_get_text (section, "statement") : NULL;

      g_set_object (&self->framework, framework);
      g_clear_pointer (&self->areas, g_ptr_array_unref);
      self->areas = g_steal_pointer (&areas);
      gtk_label_set_label (self->statement, statement != NULL ? statement : "");
      fill (self);
      if (item == NULL || !bl_assess_results_show (self, item))
        show_at (self, self->areas->len > 0 ? 0 : -1);
    }
  show_first (self);
  gtk_stack_set_visible_child_name (self->stack, self->areas->len > 0 ? "areas" : "none");
  if (self->areas->len > 0)
    show_progress (self);
  bl_results_area_view_refresh (self->view);
}

/* --- Callbacks ------------------------------------------------------------------------------------- */

static void
on_selected (BlAssessResults *self, GtkListBoxRow *row)
{
  if (!self->showing && row != NULL)
    show_at (self, gtk_list_box_row_get_index (row));
}

static void
on_chosen (BlAssessResults *self)
{
  guint at = gtk_drop_down_get_selected (self->choice);

  if (!self->showing && at < self->areas->len && (int) at != self->at)
    show_at (self, (int) at);
}

static void
on_first_chosen (BlAssessResults *self)
{
  guint at = gtk_drop_down_get_selected (self->first);
  BlResultsArea *area;

  if (self->showing || at == 0 || at > self->outcomes->len)
    return;
  area = g_ptr_array_index (self->outcomes, at - 1);
  bl_result_edit_put_first (self->session, self->assessment, self->framework, area);
  bl_assess_results_show (self, bl_record_get_text (BL_RECORD (area), "item"));
}

static void
on_narrow_changed (BlAssessResults *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_widget_set_visible (self->side, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), narrow);
}

static void
on_close (BlAssessResults *self)
{
  bl_results_area_view_flush (self->view);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
go_before (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (widget);

  if (self->at > 0)
    show_at (self, self->at - 1);
}

static void
go_after (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (widget);

  if (get_area (self, self->at + 1) != NULL)
    show_at (self, self->at + 1);
}

/* --- Overrides ----------------------------------------------------------------------------------- */

static void
bl_assess_results_constructed (GObject *object)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (object);

  G_OBJECT_CLASS (bl_assess_results_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
bl_assess_results_dispose (GObject *object)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bl_session_get_project (self->session), self);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (bl_assess_results_parent_class)->dispose (object);
}

static void
bl_assess_results_finalize (GObject *object)
{
  g_ptr_array_unref (BL_ASSESS_RESULTS (object)->areas);
  g_ptr_array_unref (BL_ASSESS_RESULTS (object)->outcomes);
  G_OBJECT_CLASS (bl_assess_results_parent_class)->finalize (object);
}

static void
bl_assess_results_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_AREA:
      g_value_set_string (value, get_item (self, self->at));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_results_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessResults *self = BL_ASSESS_RESULTS (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (self->assessment == g_value_get_object (value))
        break;
      /* What was being written belongs to the one before. */
      bl_results_area_view_set_area (self->view, self->session, NULL, NULL, NULL);
      g_set_object (&self->assessment, g_value_get_object (value));
      g_clear_object (&self->framework);
      g_ptr_array_set_size (self->areas, 0);
      g_ptr_array_set_size (self->outcomes, 0);
      self->at = -1;
      refresh (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_results_class_init (BlAssessResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_results_constructed;
  object_class->dispose = bl_assess_results_dispose;
  object_class->finalize = bl_assess_results_finalize;
  object_class->get_property = bl_assess_results_get_property;
  object_class->set_property = bl_assess_results_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AREA] = g_param_spec_string ("area", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "results.before", NULL, go_before);
  gtk_widget_class_install_action (widget_class, "results.after", NULL, go_after);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "results.before", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "results.after", NULL);

  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_RESULTS_AREA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-results.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlAssessResults, child)
  BIND (bin);
  BIND (stack);
  BIND (list);
  BIND (choice);
  BIND (side);
  BIND (first_part);
  BIND (first);
  BIND (statement);
  BIND (progress);
  BIND (scroller);
  BIND (view);
  BIND (before_button);
  BIND (after_button);
  BIND (before_label);
  BIND (after_label);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_first_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
bl_assess_results_init (BlAssessResults *self)
{
  self->areas = g_ptr_array_new ();
  self->outcomes = g_ptr_array_new ();
  self->at = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ---------------------------------------------------------------------------------------- */

const char *
bl_assess_results_get_area (BlAssessResults *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_RESULTS (self), NULL);
  return get_item (self, self->at);
}

gboolean
bl_assess_results_show (BlAssessResults *self, const char *item)
{
  g_return_val_if_fail (BL_IS_ASSESS_RESULTS (self) && item != NULL, FALSE);
  for (guint i = 0; i < self->areas->len; i++)
    if (g_strcmp0 (get_item (self, (int) i), item) == 0)
      {
        show_at (self, (int) i);
        return TRUE;
      }
  return FALSE;
}
