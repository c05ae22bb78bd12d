/* briefing-slide.c: one thing that is shown to councillors, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "briefing-slide.h"

#include <glib/gi18n-lib.h>

#include "computed-figures.h"
#include "findings.h"
#include "formula.h"
#include "indicator-model.h"
#include "needs-model.h"
#include "text.h"

/* More scenarios than that are compared on their own page. */
#define MOST_SCENARIOS 3
/* Comparisons of the starter set: one thing at a time, and not for ever. */
#define MOST_PEERS 3

static void
figure_clear (gpointer data)
{
  BlBriefingFigure *figure = data;

  g_free (figure->figure);
  g_free (figure->words);
}

static void
note_clear (gpointer data)
{
  BlBriefingNote *note = data;

  g_free (note->heading);
  g_free (note->text);
}

BlBriefingSlide *
bl_briefing_slide_new (const char *key)
{
  BlBriefingSlide *self = g_new0 (BlBriefingSlide, 1);

  g_ref_count_init (&self->refs);
  self->key = g_strdup (key);
  self->figures = g_array_new (FALSE, TRUE, sizeof (BlBriefingFigure));
  g_array_set_clear_func (self->figures, figure_clear);
  self->questions = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_array_new (FALSE, TRUE, sizeof (BlBriefingNote));
  g_array_set_clear_func (self->notes, note_clear);
  return self;
}

BlBriefingSlide *
bl_briefing_slide_ref (BlBriefingSlide *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
bl_briefing_slide_unref (BlBriefingSlide *self)
{
  if (self == NULL || !g_ref_count_dec (&self->refs))
    return;
  g_free (self->key);
  g_free (self->title);
  g_free (self->sentence);
  g_free (self->doubt);
  g_free (self->source);
  g_array_unref (self->figures);
  g_ptr_array_unref (self->questions);
  g_array_unref (self->notes);
  g_clear_pointer (&self->picture, bl_scenario_picture_free);
  g_clear_pointer (&self->map, bl_map_print_free);
  g_clear_pointer (&self->access, bl_access_free);
  g_clear_pointer (&self->facts, bl_facts_unref);
  g_clear_pointer (&self->chart, bl_chart_unref);
  g_clear_pointer (&self->table, bl_chart_unref);
  g_free (self);
}

void
bl_briefing_slide_add_figure (BlBriefingSlide *self, const char *figure, const char *words, gboolean worse)
{
  BlBriefingFigure one = { g_strdup (figure), g_strdup (words), worse };

  g_array_append_val (self->figures, one);
}

void
bl_briefing_slide_add_question (BlBriefingSlide *self, const char *question)
{
  if (question != NULL && *question != '\0')
    g_ptr_array_add (self->questions, g_strdup (question));
}

void
bl_briefing_slide_add_note (BlBriefingSlide *self, const char *heading, const char *text)
{
  BlBriefingNote note = { g_strdup (heading), g_strdup (text) };

  if (text != NULL && *text != '\0')
    g_array_append_val (self->notes, note);
  else
    note_clear (&note);
}

void
bl_briefing_slide_table_figures (BlBriefingSlide *self)
{
  BlChartTable *table;

  if (self->table != NULL || self->figures->len == 0)
    return;
  self->table = bl_chart_new (BL_CHART_BAR);
  table = self->table->table;
  bl_chart_table_add_column (table, _ ("What"), FALSE);
  bl_chart_table_add_column (table, _ ("Figure"), FALSE);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const BlBriefingFigure *figure = &g_array_index (self->figures, BlBriefingFigure, i);
      guint row = bl_chart_table_add_row (table);

      bl_chart_table_set_text (table, row, 0, figure->words);
      bl_chart_table_set_text (table, row, 1, figure->figure);
    }
}

char *
bl_briefing_slide_say (const BlBriefingSlide *self)
{
  g_autoptr (GString) words = g_string_new (self->sentence);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const BlBriefingFigure *figure = &g_array_index (self->figures, BlBriefingFigure, i);

      g_string_append_printf (words, "%s%s %s.", words->len > 0 ? " " : "", figure->figure, figure->words);
    }
  if (self->doubt != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", self->doubt);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- Who lives near a library ---------------------------------------------------------- */

static void
fill_question (BlSession *session, BlAccessQuestion *question)
{
  g_object_get (session, "statutory-only", &question->statutory, "cross-boundary", &question->cross_boundary, NULL);
}

static void
fill_access (BlBriefingSlide *self, BlSession *session)
{
  BlFacts *facts = bl_session_get_facts (session);
  BlAccessQuestion question = { 0 };
  BlMapAsked asked = { .value = "population" };
  g_autoptr (BlMapPrint) sources = NULL;
  g_autoptr (BlKeyFigures) figures = NULL;
  g_autofree char *within = NULL, *beyond = NULL, *mean = NULL, *two = NULL, *groups = NULL, *libraries = NULL;

  fill_question (session, &question);
  figures = bl_key_figures_compute (facts, &question);
  self->title = bl_finding_beyond_mile (figures);
  if (figures->lacks != NULL)
    {
      self->sentence = g_strdup (figures->lacks);
      return;
    }
  self->sentence = bl_finding_groups (figures);
  within = bl_text_percent (figures->percent_within_mile);
  beyond = bl_text_number (figures->beyond_mile, 0);
  mean = bl_text_metres (figures->mean_distance);
  bl_briefing_slide_add_figure (self, within, _ ("live within a mile of an open library"), FALSE);
  bl_briefing_slide_add_figure (self, beyond, _ ("people live further away"), TRUE);
  bl_briefing_slide_add_figure (self, mean, _ ("to the nearest one on average"), FALSE);
  if (figures->deprived.known)
    {
      g_autofree char *deprived = bl_text_percent (figures->deprived.percent);

      bl_briefing_slide_add_figure (self, deprived, _ ("of those in the most deprived fifth live within a mile"), FALSE);
    }
  two = bl_finding_beyond_two_miles (figures);
  libraries = bl_finding_libraries (figures);
  bl_briefing_slide_add_note (self, _ ("What to say"), self->sentence);
  bl_briefing_slide_add_note (self, _ ("If asked"), two);
  bl_briefing_slide_add_note (self, _ ("Which libraries count"), libraries);
  bl_briefing_slide_add_note (self, _ ("How it is measured"),
                              _ ("In a straight line from where the people of each small area live to the nearest open library; 1 mile is 1,609 metres."));
  bl_briefing_slide_add_note (self, _ ("What misleads"),
                              _ ("A straight line is shorter than the way: a river or a main road between makes a mile longer. It says nothing of when a library is open."));
  self->doubt = figures->unknown > 0
                    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u area it is not known how many people live there.",
                                                    "Of %u areas it is not known how many people live there.", figures->unknown),
                                       figures->unknown)
                    : NULL;
  sources = bl_map_print_new (facts, &asked, NULL);
  if (sources != NULL)
    self->source = g_strdup (sources->sources);
  bl_briefing_slide_add_note (self, _ ("Source"), self->source);
  self->facts = bl_facts_ref (facts);
  self->access = bl_access_compute (facts, &question, NULL);
}

/* --- What the map shows, and need --------------------------------------------------------- */

static void
take_map (BlBriefingSlide *self, BlMapPrint *map, const GError *error)
{
  if (map == NULL)
    {
      self->title = g_strdup (_ ("There is no map to show"));
      self->sentence = g_strdup (error->message);
      return;
    }
  self->map = map;
  self->source = g_strdup (map->sources);
  bl_briefing_slide_add_note (self, _ ("What it shows"), map->shows);
  bl_briefing_slide_add_note (self, _ ("As things stand"), map->state);
  bl_briefing_slide_add_note (self, _ ("Source"), map->sources);
}

static void
fill_map (BlBriefingSlide *self, BlSession *session)
{
  BlMapAsked asked = { .project = bl_session_get_project (session) };
  const char *value = bl_session_get_value (session);
  g_autoptr (GError) error = NULL;
  BlFacts *facts = bl_session_get_facts (session);
  BlDeciles deciles;
  gboolean decile;
  int at;
  g_autofree char *finding = NULL;

  asked.value = g_strcmp0 (value, "nearest") != 0 ? value : NULL;
  fill_question (session, &asked.question);
  take_map (self, bl_map_print_new (bl_session_get_facts (session), &asked, &error), error);
  if (self->map == NULL)
    return;
  at = bl_facts_find_value (facts, value);
  decile = g_strcmp0 (value, "imd_decile") == 0 && at >= 0 && bl_deciles_compute (facts, NULL, -1, (guint) at, &deciles);
  finding = self->map->finding != NULL ? g_strdup (self->map->finding)
            : decile                   ? bl_finding_deprivation (&deciles)
                                       : NULL;
  self->title = g_strdup (finding != NULL           ? finding
                          : self->map->shows != NULL ? self->map->shows
                                                     : self->map->title);
  self->sentence = finding != NULL ? g_strdup (self->map->shows) : NULL;
}

static void
fill_needs (BlBriefingSlide *self, BlSession *session)
{
  g_autoptr (BlNeedsModel) model = bl_needs_model_new (session);
  g_autofree char *title = bl_needs_model_describe_choice (model, bl_needs_model_get_choice (model));
  BlMapAsked asked = { .project = bl_session_get_project (session), .needs = bl_needs_model_get_question (model),
                       .needs_title = title };
  g_autoptr (GError) error = NULL;

  fill_question (session, &asked.question);
  take_map (self, bl_map_print_new (bl_session_get_facts (session), &asked, &error), error);
  if (self->map == NULL)
    return;
  self->title = g_strdup (self->map->finding != NULL ? self->map->finding : title);
  self->sentence = self->map->finding != NULL ? g_strdup (title) : NULL;
  bl_briefing_slide_add_note (
      self, _ ("What misleads"),
      _ ("The order hangs on the weights, which are a choice: ask how firm it is when they are moved."));
}

/* --- Which there are ------------------------------------------------------------------------ */

static void
add_key (GPtrArray *keys, const char *kind, const char *id)
{
  char *key = id != NULL ? g_strdup_printf ("%s:%s", kind, id) : g_strdup (kind);

  if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, key);
  else
    g_free (key);
}

static void
find_scenarios (BlSession *session, GPtrArray *keys)
{
  GListModel *scenarios = bl_project_get_scenarios (bl_session_get_project (session));
  const char *shown = bl_session_get_scenario (session);
  guint n = 0;

  if (shown != NULL && bl_project_find (bl_session_get_project (session), shown) != NULL)
    {
      add_key (keys, "scenario", shown);
      n++;
    }
  for (guint i = 0; i < g_list_model_get_n_items (scenarios) && n < MOST_SCENARIOS; i++)
    {
      g_autoptr (BlRecord) scenario = g_list_model_get_item (scenarios, i);

      if (g_strcmp0 (bl_record_get_id (scenario), shown) == 0)
        continue;
      add_key (keys, "scenario", bl_record_get_id (scenario));
      n++;
    }
}

/* Whether its figure says something: the starter set and the user's own do by being there, others by a verdict. */
static gboolean
is_worth_showing (BlSession *session, BlRecord *record, const BlJudgement *judgement)
{
  BlDictionary *dictionary = bl_context_get_dictionary (bl_session_get_context (session), NULL);
  const char *item = bl_record_get_text (record, "item");
  BlIndicator *ours = dictionary != NULL && item != NULL ? bl_dictionary_find_indicator (dictionary, item) : NULL;
  gboolean starter = FALSE;

  if (judgement->latest < 0)
    return FALSE;
  if (ours != NULL)
    bl_record_get_boolean (BL_RECORD (ours), "starter", &starter);
  return starter || ours == NULL || (judgement->verdict != BL_VERDICT_TOO_FEW && judgement->verdict != BL_VERDICT_NONE);
}

/* All of it is worked out from the map. */
static gboolean
is_of_map (BlRecord *record)
{
  const char *text = bl_record_get_text (record, "formula");
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;

  for (guint i = 0; formula != NULL && i < bl_formula_get_n_names (formula); i++)
    if (!bl_computed_figure_is_one (bl_formula_get_names (formula)[i]))
      return FALSE;
  return formula != NULL;
}

/* Each with its comparison behind it, where there is one. */
static void
find_indicators (BlSession *session, GPtrArray *keys)
{
  BlIndicatorModel *model = bl_indicator_model_of (session);
  GListModel *indicators = bl_indicator_model_get_indicators (model);
  guint n_peers = 0;

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (BlIndicator) indicator = g_list_model_get_item (indicators, i);
      BlRecord *record = BL_RECORD (indicator);
      BlIndicatorAnswer *answer = bl_indicator_model_get (model, indicator);
      gboolean peers;

      if (answer == NULL || !is_worth_showing (session, record, answer->judgement))
        continue;
      peers = n_peers < MOST_PEERS && bl_briefing_slide_has_peers (session, bl_record_get_id (record));
      /* One figure is said beside those of others, and what the map tells on its own slide. */
      if (!bl_briefing_slide_is_one_figure (answer->values) || !(peers || is_of_map (record)))
        add_key (keys, "indicator", bl_record_get_id (record));
      if (peers)
        {
          add_key (keys, "peers", bl_record_get_id (record));
          n_peers++;
        }
    }
}

static gboolean
can_be_made (BlSession *session, const char *key)
{
  const char *id = strchr (key, ':');

  return id == NULL || bl_project_find (bl_session_get_project (session), id + 1) != NULL;
}

GPtrArray *
bl_briefing_slides_find (BlSession *session, const char *first)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  BlFacts *facts = bl_session_get_facts (session);

  if (facts->n_areas > 0)
    {
      add_key (keys, "access", NULL);
      if (g_strcmp0 (bl_session_get_value (session), "nearest") != 0)
        add_key (keys, "map", NULL);
    }
  find_scenarios (session, keys);
  find_indicators (session, keys);
  if (first != NULL && can_be_made (session, first))
    {
      guint at;

      if (g_ptr_array_find_with_equal_func (keys, first, g_str_equal, &at))
        g_ptr_array_remove_index (keys, at);
      g_ptr_array_insert (keys, 0, g_strdup (first));
    }
  return keys;
}

BlBriefingSlide *
bl_briefing_slide_make (BlSession *session, const char *key)
{
  BlBriefingSlide *self = bl_briefing_slide_new (key);
  const char *id = strchr (key, ':');

  if (g_str_equal (key, "access"))
    fill_access (self, session);
  else if (g_str_equal (key, "map"))
    fill_map (self, session);
  else if (g_str_equal (key, "needs"))
    fill_needs (self, session);
  else if (g_str_has_prefix (key, "scenario:"))
    bl_briefing_slide_fill_scenario (self, session, id + 1);
  else if (g_str_has_prefix (key, "peers:"))
    bl_briefing_slide_fill_peers (self, session, id + 1);
  else if (g_str_has_prefix (key, "indicator:"))
    bl_briefing_slide_fill_indicator (self, session, id + 1);
  if (self->title == NULL)
    self->title = g_strdup (_ ("This is no longer in the project"));
  bl_briefing_slide_table_figures (self);
  return self;
}
