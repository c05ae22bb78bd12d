/* assess-back-view.c: looking back: what moved, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-back-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "assess-pair-row.h"
#include "chart-view.h"
#include "edit.h"
#include "radar-chart.h"
#include "text.h"

struct _BlAssessBackView
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlAssessBack *shown;  /* NULL: nothing to compare with */
  GPtrArray *choices;   /* of BlAssessment; the critical friend comes after them */
  gboolean with_friend; /* one rates */
  guint choice;
  GtkStack *stack;
  AdwComboRow *whom;
  GtkLabel *finding, *doubts, *key, *notice;
  GtkSwitch *moved;
  GtkListBox *pairs;
  GtkExpander *radar_box;
  GtkDropDown *part;
  BlChartView *radar;
  GtkLabel *radar_note;
  gboolean moved_only, stale, filling;
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT,
  PROP_MOVED_ONLY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlAssessBackView, bl_assess_back_view, ADW_TYPE_BIN)

/* --- With whom ---------------------------------------------------------------------------- */

/* "Spring 2024, 3 April 2024" */
static char *
name_choice (BlProject *project, BlRecord *assessment)
{
  g_autofree char *title = bl_record_describe (assessment), *date = NULL;
  const char *place = bl_record_get_text (assessment, "library");
  BlRecord *library = place != NULL ? bl_project_find (project, place) : NULL;
  g_autofree char *where = library != NULL ? bl_record_describe (library) : NULL;
  guint32 day;

  if (bl_record_get_date (assessment, "completed", &day) || bl_record_get_date (assessment, "meeting", &day))
    date = bl_text_date_for_people (day);
  return g_strjoin (", ", title, where != NULL ? where : date, where != NULL ? date : NULL, NULL);
}

static gboolean
has_friend (BlAssessBackView *self)
{
  g_autoptr (BlAssessStudy) study = bl_assess_study_new (bl_session_get_project (self->session), self->assessment);

  for (guint i = 0; i < study->n_members; i++)
    if (g_strcmp0 (bl_record_get_text (BL_RECORD (study->members[i].member), "role"), "role-friend") == 0)
      return TRUE;
  return FALSE;
}

/* The one that was chosen; else the one said to be earlier; else the latest before this one in the list. */
static void
gather_choices (BlAssessBackView *self)
{
  BlProject *project = bl_session_get_project (self->session);
  GListModel *all = bl_record_get_list (BL_RECORD (project), "assessments");
  const char *earlier = bl_record_get_text (BL_RECORD (self->assessment), "earlier");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint own = 0;

  g_ptr_array_set_size (self->choices, 0);
  self->choice = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) here = g_list_model_get_item (all, i);
      g_autofree char *name = NULL;

      if (here == BL_RECORD (self->assessment))
        {
          own = self->choices->len;
          continue;
        }
      name = name_choice (project, here);
      gtk_string_list_append (titles, name);
      if (g_strcmp0 (bl_record_get_id (here), earlier) == 0)
        self->choice = self->choices->len;
      g_ptr_array_add (self->choices, g_object_ref (here));
    }
  self->with_friend = has_friend (self);
  if (self->with_friend)
    gtk_string_list_append (titles, _ ("The critical friend"));
  if (self->choice == GTK_INVALID_LIST_POSITION && self->choices->len + self->with_friend > 0)
    self->choice = self->choices->len == 0 ? 0 : own > 0 ? own - 1 : 0;
  if (g_list_model_get_n_items (G_LIST_MODEL (titles)) == 0)
    gtk_string_list_append (titles, _ ("Nothing to compare with yet"));
  self->filling = TRUE;
  adw_combo_row_set_model (self->whom, G_LIST_MODEL (titles));
  if (self->choice != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->whom, self->choice);
  self->filling = FALSE;
}

/* --- The radar ---------------------------------------------------------------------------- */

static GPtrArray *
list_parts (BlAssessBackView *self)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->n_pairs; i++)
    if (self->shown->pairs[i].fit == BL_ASSESS_BACK_SAME
        && !g_ptr_array_find (parts, self->shown->pairs[i].characteristic, NULL))
      g_ptr_array_add (parts, self->shown->pairs[i].characteristic);
  return parts;
}

/* Agreed levels of the criteria of one characteristic; never a mean of them. */
static BlChart *
make_radar (BlAssessBackView *self, BlCharacteristic *part)
{
  const BlAssessBack *back = self->shown;
  g_autoptr (GPtrArray) spokes = g_ptr_array_new (), levels = g_ptr_array_new ();
  g_autoptr (GArray) then = g_array_new (FALSE, FALSE, sizeof (double)), now = g_array_new (FALSE, FALSE, sizeof (double));
  BlRadarSeries series[2];
  BlRadarChart asked = { 0 };

  for (guint i = 0; i < back->n_pairs; i++)
    {
      const BlAssessPair *pair = &back->pairs[i];
      double before = pair->then.agreed_number > 0 ? pair->then.agreed_number : NAN,
             after = pair->now.agreed_number > 0 ? pair->now.agreed_number : NAN;

      if (pair->fit != BL_ASSESS_BACK_SAME || pair->characteristic != part)
        continue;
      g_ptr_array_add (spokes, (gpointer) bl_record_get_text (BL_RECORD (pair->criterion), "title"));
      g_array_append_val (then, before);
      g_array_append_val (now, after);
    }
  for (guint i = 0; i < back->now->levels->len; i++)
    g_ptr_array_add (levels, (gpointer) bl_record_get_text (back->now->levels->pdata[i], "label"));
  series[0] = (BlRadarSeries){ .name = bl_assess_back_get_then (back), .values = (const double *) (gpointer) then->data };
  series[1] = (BlRadarSeries){ .name = bl_assess_back_get_now (back), .values = (const double *) (gpointer) now->data };
  asked.words.title = bl_record_get_text (BL_RECORD (part), "title");
  asked.words.subtitle = _ ("Agreed levels, from the middle outwards");
  asked.spokes_title = _ ("Criterion");
  asked.spokes = (const char *const *) spokes->pdata;
  asked.n_spokes = spokes->len;
  asked.levels = (const char *const *) levels->pdata;
  asked.n_levels = levels->len;
  asked.series = series;
  asked.n_series = 2;
  return bl_radar_chart_new (&asked);
}

static void
show_radar (BlAssessBackView *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (BlChart) chart = NULL;
  guint selected = gtk_drop_down_get_selected (self->part);

  if (self->shown == NULL || self->filling || !gtk_expander_get_expanded (self->radar_box))
    return;
  parts = list_parts (self);
  if (selected < parts->len && self->shown->same_scale)
    chart = make_radar (self, parts->pdata[selected]);
  bl_chart_view_set_chart (self->radar, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->radar), chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->radar_note), chart == NULL);
}

static void
fill_parts (BlAssessBackView *self)
{
  g_autoptr (GPtrArray) parts = list_parts (self);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->part);

  for (guint i = 0; i < parts->len; i++)
    gtk_string_list_append (titles, bl_record_get_text (parts->pdata[i], "title"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->part, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->part, selected < parts->len ? selected : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->radar_box), parts->len > 0 && self->shown->same_scale);
}

/* --- What is shown --------------------------------------------------------------------------- */

static void
show_pairs (BlAssessBackView *self)
{
  g_autoptr (GArray) order = bl_assess_back_order (self->shown);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->pairs))) != NULL)
    gtk_list_box_remove (self->pairs, row);
  for (guint i = 0; i < order->len; i++)
    {
      const BlAssessPair *pair = &self->shown->pairs[g_array_index (order, guint, i)];

      if (!self->moved_only || pair->moved != 0)
        gtk_list_box_append (self->pairs, bl_assess_pair_row_new (self->shown, pair));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->pairs), gtk_widget_get_first_child (GTK_WIDGET (self->pairs)) != NULL);
}

/* "From left to right: Early days, …, then those not sure. A dot is a person; the level agreed is outlined." */
static char *
make_key (BlAssessBackView *self)
{
  g_autoptr (GString) levels = g_string_new (NULL);

  for (guint i = 0; i < self->shown->now->levels->len; i++)
    g_string_append_printf (levels, "%s%s", i > 0 ? ", " : "", bl_record_get_text (self->shown->now->levels->pdata[i], "label"));
  /* Translators: %s are levels, one after the other. */
  return g_strdup_printf (_ ("From left to right: %s, then not sure. A dot is a person, the level agreed is outlined."), levels->str);
}

static void
show_all (BlAssessBackView *self)
{
  g_autofree char *finding = bl_assess_back_say (self->shown), *words = NULL, *key = make_key (self);
  g_autoptr (GPtrArray) doubts = bl_assess_back_list_doubts (self->shown);
  const char *notice
      = self->shown->now->framework != NULL ? bl_record_get_text (BL_RECORD (self->shown->now->framework), "notice-short") : NULL;

  g_ptr_array_add (doubts, NULL);
  words = g_strjoinv (" ", (char **) doubts->pdata);
  gtk_label_set_label (self->finding, finding);
  gtk_label_set_label (self->doubts, words);
  gtk_widget_set_visible (GTK_WIDGET (self->doubts), *words != '\0');
  gtk_label_set_label (self->key, key);
  gtk_label_set_label (self->notice, notice != NULL ? notice : "");
  show_pairs (self);
  fill_parts (self);
  show_radar (self);
}

static void
compare (BlAssessBackView *self)
{
  BlProject *project = bl_session_get_project (self->session);

  g_clear_pointer (&self->shown, bl_assess_back_free);
  if (self->choice < self->choices->len)
    self->shown = bl_assess_back_new (project, self->choices->pdata[self->choice], self->assessment);
  else if (self->with_friend && self->choice == self->choices->len)
    self->shown = bl_assess_back_new_friend (project, self->assessment);
  gtk_stack_set_visible_child_name (self->stack, self->shown != NULL ? "back" : "none");
  if (self->shown != NULL)
    show_all (self);
}

static void
refresh (BlAssessBackView *self)
{
  self->stale = FALSE;
  g_clear_pointer (&self->shown, bl_assess_back_free);
  if (self->assessment == NULL || bl_record_get_parent (BL_RECORD (self->assessment)) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  gather_choices (self);
  compare (self);
}

static void
on_project_changed (BlAssessBackView *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
on_mapped (BlAssessBackView *self)
{
  if (self->stale)
    refresh (self);
}

static void
on_whom (BlAssessBackView *self)
{
  guint selected = adw_combo_row_get_selected (self->whom);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION && selected != self->choice)
    bl_assess_back_view_compare (self, selected);
}

static void
on_moved (BlAssessBackView *self)
{
  self->moved_only = gtk_switch_get_active (self->moved);
  if (self->shown != NULL)
    show_pairs (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVED_ONLY]);
}

static void
close_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BL_ASSESS_BACK_VIEW (widget)->whom));
}

/* --- Overrides ----------------------------------------------------------------------------- */

static void
bl_assess_back_view_constructed (GObject *object)
{
  BlAssessBackView *self = BL_ASSESS_BACK_VIEW (object);

  G_OBJECT_CLASS (bl_assess_back_view_parent_class)->constructed (object);
  g_signal_connect_object (bl_session_get_project (self->session), "changed", G_CALLBACK (on_project_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
bl_assess_back_view_dispose (GObject *object)
{
  BlAssessBackView *self = BL_ASSESS_BACK_VIEW (object);

  g_clear_pointer (&self->shown, bl_assess_back_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_assess_back_view_parent_class)->dispose (object);
}

static void
bl_assess_back_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BlAssessBackView *self = BL_ASSESS_BACK_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_MOVED_ONLY:
      g_value_set_boolean (value, self->moved_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_back_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BlAssessBackView *self = BL_ASSESS_BACK_VIEW (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_ASSESSMENT:
      if (g_set_object (&self->assessment, g_value_get_object (value)))
        refresh (self);
      break;
    case PROP_MOVED_ONLY:
      gtk_switch_set_active (self->moved, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bl_assess_back_view_class_init (BlAssessBackViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bl_assess_back_view_constructed;
  object_class->dispose = bl_assess_back_view_dispose;
  object_class->get_property = bl_assess_back_view_get_property;
  object_class->set_property = bl_assess_back_view_set_property;
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BL_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, BL_TYPE_ASSESSMENT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOVED_ONLY] = g_param_spec_boolean ("moved-only", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "look-back.close", NULL, close_view);
  gtk_widget_class_install_action (widget_class, "look-back.find", NULL, find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "look-back.close", NULL);
  g_type_ensure (BL_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/assess-back-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, stack);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, whom);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, doubts);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, key);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, notice);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, moved);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, pairs);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, radar_box);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, part);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, radar);
  gtk_widget_class_bind_template_child (widget_class, BlAssessBackView, radar_note);
  gtk_widget_class_bind_template_callback (widget_class, on_whom);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, show_radar);
}

static void
bl_assess_back_view_init (BlAssessBackView *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  self->choice = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
}

/* --- Public --------------------------------------------------------------------------------- */

const BlAssessBack *
bl_assess_back_view_get_shown (BlAssessBackView *self)
{
  g_return_val_if_fail (BL_IS_ASSESS_BACK_VIEW (self), NULL);
  return self->shown;
}

void
bl_assess_back_view_compare (BlAssessBackView *self, guint choice)
{
  g_return_if_fail (BL_IS_ASSESS_BACK_VIEW (self));

  if (self->assessment == NULL || choice >= self->choices->len + (self->with_friend ? 1 : 0))
    return;
  self->choice = choice;
  compare (self);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->whom, choice);
  self->filling = FALSE;
}
