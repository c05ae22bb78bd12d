/* results-area-view.c: one results area of a self-assessment: what is held, what the team says of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "results-area-view.h"

#include <glib/gi18n-lib.h>

#include "adaptive-bin.h"
#include "findings-box.h"
#include "indicator-model.h"
#include "long-text-row.h"
#include "result-edit.h"
#include "result-figure.h"
#include "results-figures.h"

#define N_WAYS 5

struct _BlResultsAreaView
{
  AdwBin parent;
  BlSession *session;
  BlAssessment *assessment;
  BlFramework *framework;
  BlResultsArea *area;
  BlIndicatorModel *model;
  gboolean showing;
  BlAdaptiveBin *bin;
  GtkLabel *title, *statement, *state_pill, *held_note, *measures_note, *scale_help, *ways_note, *no_data_means, *no_data_suggests,
      *asks, *look_next, *source;
  GtkFlowBox *figures;
  GtkBox *more_figures, *levels;
  GtkWidget *more_part, *no_data_part, *asks_part, *look_part, *possible;
  GtkExpander *more_expander;
  GtkLabel *possible_words;
  GtkListBox *measures;
  BlLongTextRow *trend, *comparison, *target, *coverage, *cause, *reason;
  GtkButton *forward_button;
  GtkLabel *forward_said;
  BlFindingsBox *strengths, *improve;
  GPtrArray *shown; /* of BlIndicator, with a figure each */
  GHashTable *comparisons; /* BlIndicator → char *, "" for none: worked out once while the project stays as it is */
  guint source_id;
};

G_DEFINE_FINAL_TYPE (BlResultsAreaView, bl_results_area_view, ADW_TYPE_BIN)

/* The fields of a result, and the items of the framework's script of ways of judging. */
static const struct
{
  const char *field, *entry;
} ways[N_WAYS] = {
  { "trend", "judge-trend" },       { "comparison", "judge-comparison" }, { "target", "judge-target" },
  { "coverage", "judge-coverage" }, { "cause", "judge-cause" },
};

static BlLongTextRow *
get_row (BlResultsAreaView *self, guint way)
{
  BlLongTextRow *const rows[N_WAYS] = { self->trend, self->comparison, self->target, self->coverage, self->cause };

  return rows[way];
}

static const char *
get_item (BlResultsAreaView *self)
{
  return bl_record_get_text (BL_RECORD (self->area), "item");
}

static const char *
get_text (BlResultsAreaView *self, const char *field)
{
  return bl_record_get_text (BL_RECORD (self->area), field);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* --- What the project holds ------------------------------------------------------------- */

/* Those with figures first; a gap stands after what is known. */
static gboolean
is_known (BlResultsAreaView *self, BlIndicator *indicator)
{
  BlIndicatorAnswer *answer = bl_indicator_model_peek (self->model, indicator);

  return answer != NULL && answer->judgement->verdict != BL_VERDICT_NO_DATA && answer->values->values->n > 0;
}

static GPtrArray *
list_indicators (BlResultsAreaView *self)
{
  g_autoptr (GPtrArray) all = bl_results_list_indicators (bl_session_get_project (self->session), self->area);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < all->len; i++)
      if (is_known (self, g_ptr_array_index (all, i)) == (pass == 0))
        g_ptr_array_add (ordered, g_object_ref (g_ptr_array_index (all, i)));
  return ordered;
}

static const char *
find_comparison (BlResultsAreaView *self, BlIndicator *indicator)
{
  const char *words = g_hash_table_lookup (self->comparisons, indicator);
  BlBaseFigures *figures = bl_session_get_figures (self->session, NULL);
  char *made;

  if (words != NULL || figures == NULL)
    return words != NULL && *words != '\0' ? words : NULL;
  made = bl_results_say_comparison (figures, bl_session_get_project (self->session), indicator);
  g_hash_table_insert (self->comparisons, g_object_ref (indicator), made != NULL ? made : g_strdup (""));
  return made;
}

static void
fill_figure (BlResultsAreaView *self, BlResultFigure *figure)
{
  BlIndicator *indicator = bl_result_figure_get_indicator (figure);
  BlIndicatorAnswer *answer = bl_indicator_model_peek (self->model, indicator);

  if (answer != NULL)
    bl_result_figure_set_answer (figure, answer, find_comparison (self, indicator));
}

static void
clear (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    {
      if (GTK_IS_FLOW_BOX (parent))
        gtk_flow_box_remove (GTK_FLOW_BOX (parent), child);
      else if (GTK_IS_LIST_BOX (parent))
        gtk_list_box_remove (GTK_LIST_BOX (parent), child);
      else
        gtk_box_remove (GTK_BOX (parent), child);
    }
}

/* What is not in the project: the names only, since nobody is asked to gather anything now. */
static void
show_possible (BlResultsAreaView *self)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (self->session), NULL);
  g_autoptr (GPtrArray) possible = NULL;
  GString *words = g_string_new (NULL);

  if (dictionary != NULL)
    possible = bl_results_list_possible (bl_session_get_project (self->session), dictionary, self->area, 4);
  for (guint i = 0; possible != NULL && i < possible->len; i++)
    {
      g_autofree char *name = bl_record_describe (g_ptr_array_index (possible, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", name);
    }
  if (words->len > 0)
    g_string_append_c (words, '.');
  gtk_label_set_label (self->possible_words, words->str);
  gtk_widget_set_visible (self->possible, words->len > 0);
  g_string_free (words, TRUE);
}

static void
show_gaps (BlResultsAreaView *self)
{
  guint n = self->shown->len, known = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    known += is_known (self, g_ptr_array_index (self->shown, i));
  if (n == 0)
    words = g_strdup (_ ("No indicator of the project serves this area. That is a gap in the evidence, and it can be said so below."));
  else if (known == 0)
    words = g_strdup_printf (ngettext ("%u indicator of the project serves this area, and it has no figures yet.",
                                       "%u indicators of the project serve this area, and none of them has figures yet.", n),
                             n);
  else if (known < n)
    words = g_strdup_printf (ngettext ("%u of the %u indicators of the project that serve this area has figures.",
                                       "%u of the %u indicators of the project that serve this area have figures.", known),
                             known, n);
  else
    words = g_strdup_printf (ngettext ("%u indicator of the project serves this area.",
                                       "%u indicators of the project serve this area, all with figures.", n),
                             n);
  show_label (self->held_note, words);
}

static void
show_figures (BlResultsAreaView *self)
{
  g_autoptr (GPtrArray) now = list_indicators (self);
  gboolean same = now->len == self->shown->len;

  for (guint i = 0; i < now->len && same; i++)
    same = g_ptr_array_index (now, i) == g_ptr_array_index (self->shown, i);
  if (!same)
    {
      g_autofree char *more = NULL;
      guint n_more = now->len > BL_RESULTS_MOST_CHARTS ? now->len - BL_RESULTS_MOST_CHARTS : 0;

      clear (GTK_WIDGET (self->figures));
      clear (GTK_WIDGET (self->more_figures));
      for (guint i = 0; i < now->len; i++)
        {
          GtkWidget *figure = bl_result_figure_new (g_ptr_array_index (now, i), i < BL_RESULTS_MOST_CHARTS);

          if (i < BL_RESULTS_MOST_CHARTS)
            {
              gtk_flow_box_insert (self->figures, figure, -1);
              gtk_widget_set_focusable (gtk_widget_get_parent (figure), FALSE);
            }
          else
            gtk_box_append (self->more_figures, figure);
        }
      gtk_widget_set_visible (GTK_WIDGET (self->figures), now->len > 0);
      more = g_strdup_printf (ngettext ("%u more indicator", "%u more indicators", n_more), n_more);
      gtk_expander_set_label (self->more_expander, more);
      gtk_widget_set_visible (self->more_part, n_more > 0);
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      self->shown = g_steal_pointer (&now);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->figures)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fill_figure (self, BL_RESULT_FIGURE (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->more_figures)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fill_figure (self, BL_RESULT_FIGURE (child));
  show_gaps (self);
  show_possible (self);
}

static gboolean
on_idle (gpointer data)
{
  BlResultsAreaView *self = data;

  self->source_id = 0;
  if (self->area != NULL)
    show_figures (self);
  return G_SOURCE_REMOVE;
}

/* Several come one after the other. */
static void
on_answered (BlResultsAreaView *self)
{
  if (self->source_id == 0)
    self->source_id = g_idle_add (on_idle, self);
}

/* --- What the framework says -------------------------------------------------------------- */

static GtkWidget *
make_tag (const char *text)
{
  GtkWidget *tag = gtk_label_new (text);

  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

/* "activity", "proxy": untranslated words of the data, shown as people read them. */
static const char *
get_word (const char *word)
{
  static const struct
  {
    const char *word, *title;
  } words[] = {
    { "activity", N_ ("What we did") },      { "reach", N_ ("Who took part") },
    { "outcome", N_ ("What changed") },      { "opinion", N_ ("What people thought") },
    { "cost", N_ ("What it took") },         { "context", N_ ("About the area") },
    { "measured", N_ ("The thing itself") }, { "proxy", N_ ("A stand-in") },
  };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return _ (words[i].title);
  return word;
}

static void
show_measures (BlResultsAreaView *self)
{
  GListModel *measures = bl_record_get_list (BL_RECORD (self->area), "measures");
  BlScript *judging = bl_framework_find_script (self->framework, "judging");

  clear (GTK_WIDGET (self->measures));
  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (BlRecord) measure = g_list_model_get_item (measures, i);
      const char *const words[] = { bl_record_get_text (measure, "measures"), bl_record_get_text (measure, "state") };
      const char *held = bl_record_get_text (measure, "held-in"), *title = bl_record_get_text (measure, "title");
      g_autofree char *subtitle = held != NULL ? g_strdup_printf (_ ("Usually held in: %s"), held) : NULL;
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
      gtk_widget_set_focusable (row, FALSE);
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        /* That it is the thing itself needs no saying. */
        if (words[j] != NULL && !g_str_equal (words[j], "measured"))
          {
            GtkWidget *tag = make_tag (get_word (words[j]));

            if (g_str_equal (words[j], "proxy"))
              gtk_widget_add_css_class (tag, "proxy");
            adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
          }
      gtk_list_box_append (self->measures, row);
    }
  show_label (self->measures_note, judging != NULL ? bl_record_get_text (BL_RECORD (judging), "note") : NULL);
}

static void
show_ways (BlResultsAreaView *self)
{
  BlScript *judging = bl_framework_find_script (self->framework, "judging");

  for (guint i = 0; i < N_WAYS; i++)
    {
      BlLongTextRow *row = get_row (self, i);
      BlScriptEntry *entry = bl_framework_find_entry (self->framework, "judging", ways[i].entry);
      const char *title = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "title") : NULL,
                 *ask = get_text (self, ways[i].field), *general = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "do") : NULL,
                 *signs = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "say") : NULL,
                 *beware = entry != NULL ? bl_record_get_text (BL_RECORD (entry), "record") : NULL;
      /* The area's own question, else the general one; how to tell strong from weak; what to beware of. */
      const char *help = ask != NULL ? ask : general;
      g_autofree char *tip = g_strdup_printf ("%s\n%s", signs != NULL ? signs : "", beware != NULL ? beware : "");

      g_object_set (row, "title", title != NULL ? title : _ (bl_record_find_field (BL_RECORD (self->area), ways[i].field)->title),
                    "help", help, "placeholder", _ ("In the team’s words"), "editable",
                    bl_session_get_editable (self->session), NULL);
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), g_strstrip (tip)[0] != '\0' ? tip : NULL);
    }
  show_label (self->ways_note, judging != NULL ? bl_record_get_text (BL_RECORD (judging), "statement") : NULL);
}

static void
show_look_next (BlResultsAreaView *self)
{
  const char *items = get_text (self, "look-next"), *asks = get_text (self, "ask");
  g_auto (GStrv) parts = items != NULL ? g_strsplit (items, " ", -1) : NULL;
  GString *words = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", bl_framework_get_title (self->framework, parts[i]));
  if (words->len > 0)
    g_string_append_c (words, '.');
  gtk_label_set_label (self->look_next, words->str);
  gtk_widget_set_visible (self->look_part, words->len > 0);
  g_string_free (words, TRUE);
  gtk_label_set_label (self->asks, asks != NULL ? asks : "");
  gtk_widget_set_visible (self->asks_part, asks != NULL);
}

/* --- The judgement --------------------------------------------------------------------------- */

static BlScaleOfLevels *
find_scale (BlResultsAreaView *self)
{
  BlRecord *section = bl_record_get_parent (BL_RECORD (self->area));
  const char *name = section != NULL ? bl_record_get_text (section, "scale") : NULL;
  BlScaleOfLevels *scale = name != NULL ? bl_framework_find_scale (self->framework, name) : NULL;

  return scale != NULL ? scale : bl_framework_find_usual_scale (self->framework, "results");
}

static const char *
get_level (BlResultsAreaView *self)
{
  BlAgreement *agreement = bl_result_find_agreement (self->assessment, get_item (self));

  if (bl_result_has_no_data (self->assessment, get_item (self)))
    return "result-nodata";
  return agreement != NULL ? bl_record_get_text (BL_RECORD (agreement), "level") : NULL;
}

static void
on_level_toggled (BlResultsAreaView *self, GtkToggleButton *button)
{
  const char *level = g_object_get_data (G_OBJECT (button), "level");

  if (self->showing || self->area == NULL)
    return;
  if (gtk_toggle_button_get_active (button))
    bl_result_edit_set_level (self->session, self->assessment, self->area, level);
  else if (g_strcmp0 (get_level (self), level) == 0)
    bl_result_edit_set_level (self->session, self->assessment, self->area, NULL);
}

static void
make_levels (BlResultsAreaView *self)
{
  BlScaleOfLevels *scale = find_scale (self);
  GListModel *levels = scale != NULL ? bl_record_get_list (BL_RECORD (scale), "levels") : NULL;

  clear (GTK_WIDGET (self->levels));
  for (guint i = 0; levels != NULL && i < g_list_model_get_n_items (levels); i++)
    {
      g_autoptr (BlRecord) level = g_list_model_get_item (levels, i);
      const char *label = bl_record_get_text (level, "label");
      GtkWidget *button = gtk_toggle_button_new (), *words = gtk_label_new (label);

      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), words);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_tooltip_text (button, bl_record_get_text (level, "descriptor"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
      gtk_widget_set_sensitive (button, bl_session_get_editable (self->session));
      g_object_set_data_full (G_OBJECT (button), "level", g_strdup (bl_record_get_text (level, "item")), g_free);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_level_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->levels, button);
    }
}

static void
show_judgement (BlResultsAreaView *self)
{
  const char *level = get_level (self);
  BlScaleLevel *found = level != NULL ? bl_framework_find_level (self->framework, level) : NULL;
  BlAgreement *agreement = bl_result_find_agreement (self->assessment, get_item (self));
  gboolean no_data = bl_result_has_no_data (self->assessment, get_item (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->levels)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  level != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (child), "level"), level) == 0);
  gtk_label_set_label (self->state_pill, found != NULL ? bl_record_get_text (BL_RECORD (found), "label") : _ ("Not judged yet"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_pill), level != NULL ? "pill-grey" : "pill-info");
  gtk_widget_add_css_class (GTK_WIDGET (self->state_pill), level != NULL ? "pill-info" : "pill-grey");
  show_label (self->scale_help, found != NULL ? bl_record_get_text (BL_RECORD (found), "descriptor") : NULL);
  bl_long_text_row_set_text (self->reason, agreement != NULL ? bl_record_get_text (BL_RECORD (agreement), "reason") : NULL);
  gtk_widget_set_visible (self->no_data_part, no_data);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forward_button),
                            bl_session_get_editable (self->session) && !bl_result_is_put_forward (self->assessment, self->area));
  show_label (self->forward_said,
              bl_result_is_put_forward (self->assessment, self->area) ? _ ("It stands among the areas for improvement below.") : NULL);
}

static void
show_words (BlResultsAreaView *self)
{
  BlResult *result = bl_result_find (self->assessment, get_item (self));

  for (guint i = 0; i < N_WAYS; i++)
    bl_long_text_row_set_text (get_row (self, i), result != NULL ? bl_record_get_text (BL_RECORD (result), ways[i].field) : NULL);
}

/* --- Callbacks ---------------------------------------------------------------------------------- */

static void
on_words_written (BlResultsAreaView *self, const char *text, BlLongTextRow *row)
{
  if (self->area == NULL)
    return;
  for (guint i = 0; i < N_WAYS; i++)
    if (get_row (self, i) == row)
      bl_result_edit_set_words (self->session, self->assessment, self->area, ways[i].field, text);
}

static void
on_reason_written (BlResultsAreaView *self, const char *text)
{
  if (self->area != NULL)
    bl_result_edit_set_reason (self->session, self->assessment, self->area, text);
}

static void
on_words_left (BlResultsAreaView *self)
{
  if (self->session != NULL)
    bl_project_end_coalescing (bl_session_get_project (self->session));
}

static void
on_forward (BlResultsAreaView *self)
{
  g_autofree char *why_not = NULL;

  bl_result_edit_put_forward (self->session, self->assessment, self->area, &why_not);
  if (why_not != NULL)
    bl_findings_box_say (self->improve, why_not);
}

static void
on_narrow_changed (BlResultsAreaView *self)
{
  gboolean narrow = bl_adaptive_bin_get_narrow (self->bin);

  gtk_flow_box_set_max_children_per_line (self->figures, narrow ? 1 : 2);
  gtk_flow_box_set_min_children_per_line (self->figures, narrow ? 1 : 2);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->levels), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* --- Overrides ------------------------------------------------------------------------------------ */

static void
forget (BlResultsAreaView *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  self->model = NULL;
  g_clear_object (&self->assessment);
  g_clear_object (&self->framework);
  g_clear_object (&self->area);
}

static void
bl_results_area_view_dispose (GObject *object)
{
  BlResultsAreaView *self = BL_RESULTS_AREA_VIEW (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bl_results_area_view_parent_class)->dispose (object);
}

static void
bl_results_area_view_finalize (GObject *object)
{
  BlResultsAreaView *self = BL_RESULTS_AREA_VIEW (object);

  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->comparisons);
  G_OBJECT_CLASS (bl_results_area_view_parent_class)->finalize (object);
}

static void
bl_results_area_view_class_init (BlResultsAreaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_results_area_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = bl_results_area_view_finalize;
  g_type_ensure (BL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BL_TYPE_FINDINGS_BOX);
  g_type_ensure (BL_TYPE_LONG_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/results-area-view.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, BlResultsAreaView, child)
  BIND (bin);
  BIND (title);
  BIND (statement);
  BIND (state_pill);
  BIND (held_note);
  BIND (measures_note);
  BIND (scale_help);
  BIND (ways_note);
  BIND (no_data_means);
  BIND (no_data_suggests);
  BIND (asks);
  BIND (look_next);
  BIND (source);
  BIND (figures);
  BIND (more_figures);
  BIND (more_part);
  BIND (more_expander);
  BIND (possible);
  BIND (possible_words);
  BIND (levels);
  BIND (no_data_part);
  BIND (asks_part);
  BIND (look_part);
  BIND (measures);
  BIND (trend);
  BIND (comparison);
  BIND (target);
  BIND (coverage);
  BIND (cause);
  BIND (reason);
  BIND (forward_button);
  BIND (forward_said);
  BIND (strengths);
  BIND (improve);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_words_written);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_written);
  gtk_widget_class_bind_template_callback (widget_class, on_words_left);
  gtk_widget_class_bind_template_callback (widget_class, on_forward);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
bl_results_area_view_init (BlResultsAreaView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->comparisons = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

/* --- Public ---------------------------------------------------------------------------------------- */

void
bl_results_area_view_refresh (BlResultsAreaView *self)
{
  g_return_if_fail (BL_IS_RESULTS_AREA_VIEW (self));
  if (self->area == NULL)
    return;
  self->showing = TRUE;
  show_judgement (self);
  show_words (self);
  self->showing = FALSE;
}

static void
on_model_changed (BlResultsAreaView *self)
{
  g_hash_table_remove_all (self->comparisons);
  on_answered (self);
}

void
bl_results_area_view_flush (BlResultsAreaView *self)
{
  g_return_if_fail (BL_IS_RESULTS_AREA_VIEW (self));
  if (self->area == NULL)
    return;
  for (guint i = 0; i < N_WAYS; i++)
    bl_long_text_row_flush (get_row (self, i));
  bl_long_text_row_flush (self->reason);
}

void
bl_results_area_view_set_area (BlResultsAreaView *self, BlSession *session, BlAssessment *assessment,
                               BlFramework *framework, BlResultsArea *area)
{
  g_return_if_fail (BL_IS_RESULTS_AREA_VIEW (self));

  bl_results_area_view_flush (self);
  forget (self);
  g_set_object (&self->session, session);
  g_set_object (&self->assessment, assessment);
  g_set_object (&self->framework, framework);
  g_set_object (&self->area, area);
  bl_findings_box_set_part (self->strengths, session, assessment, area != NULL ? get_item (self) : NULL);
  bl_findings_box_set_part (self->improve, session, assessment, area != NULL ? get_item (self) : NULL);
  if (area == NULL)
    return;
  self->model = bl_indicator_model_of (session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_model_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  self->showing = TRUE;
  show_label (self->title, get_text (self, "title"));
  show_label (self->statement, get_text (self, "statement"));
  show_label (self->no_data_means, get_text (self, "no-data-means"));
  show_label (self->no_data_suggests, get_text (self, "no-data-suggests"));
  show_label (self->source, bl_record_get_text (BL_RECORD (framework), "notice-short"));
  g_object_set (self->reason, "editable", bl_session_get_editable (session), NULL);
  show_measures (self);
  show_ways (self);
  show_look_next (self);
  make_levels (self);
  self->showing = FALSE;
  show_figures (self);
  bl_results_area_view_refresh (self);
}
