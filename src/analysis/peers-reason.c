/* peers-reason.c: lists of similar authorities, and why one of them has no figure that counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "formula.h"

/* --- What the project keeps -------------------------------------------------------- */

const char *
bl_peers_own_code (BlProject *project)
{
  BlService *service = bl_project_get_service (project);

  return service != NULL ? bl_record_get_text (BL_RECORD (service), "code") : NULL;
}

static BlNeighbours *
find_list (BlProject *project, gboolean own_choice)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "similar");
  const char *code = bl_peers_own_code (project);

  for (guint i = 0; code != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) list = g_list_model_get_item (all, i);
      BlTable *codes = bl_record_get_table (list, "codes");
      gboolean own = FALSE;

      bl_record_get_boolean (list, "own", &own);
      if (!own == !own_choice && g_strcmp0 (bl_record_get_text (list, "code"), code) == 0 && codes != NULL
          && bl_table_get_n_rows (codes) > 0)
        return BL_NEIGHBOURS (list); /* the project holds it */
    }
  return NULL;
}

BlNeighbours *
bl_peers_find_list (BlProject *project)
{
  return find_list (project, FALSE);
}

BlNeighbours *
bl_peers_find_own_list (BlProject *project)
{
  return find_list (project, TRUE);
}

/* Row of @code, or -1. */
static int
find_row (BlRecord *comparison, const char *code)
{
  BlTable *codes = bl_record_get_table (comparison, "codes");

  for (guint row = 0; codes != NULL && row < bl_table_get_n_rows (codes); row++)
    if (g_strcmp0 (bl_table_get_texts (codes)[row], code) == 0)
      return (int) row;
  return -1;
}

const char *
bl_peers_find_name (BlProject *project, const char *code)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      BlTable *names = bl_record_get_table (comparison, "names");
      int row = find_row (comparison, code);

      if (row >= 0)
        return names != NULL && (guint) row < bl_table_get_n_rows (names) ? bl_table_get_texts (names)[row] : code;
    }
  return NULL;
}

/* --- Why somebody is missing --------------------------------------------------------- */

static void
add_names (GStrvBuilder *builder, BlDictionary *dictionary, const char *text, gboolean deeper)
{
  g_autoptr (BlFormula) formula = text != NULL ? bl_formula_parse (text, NULL) : NULL;

  for (guint i = 0; formula != NULL && i < bl_formula_get_n_names (formula); i++)
    {
      const char *name = bl_formula_get_names (formula)[i];
      BlBaseMeasure *measure = bl_dictionary_find_measure (dictionary, name);

      if (bl_formula_is_denominator (formula, i))
        continue;
      g_strv_builder_add (builder, name);
      if (deeper && measure != NULL)
        add_names (builder, dictionary, bl_record_get_text (BL_RECORD (measure), "made-of"), FALSE);
    }
}

char **
bl_peers_measures (BlDictionary *dictionary, const char *formula)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_names (builder, dictionary, formula, TRUE);
  return g_strv_builder_end (builder);
}

static gboolean
is_of_period (const BlPeersSearch *search, BlRecord *comparison)
{
  const char *text = bl_record_get_text (comparison, "period");
  BlPeriod period;

  return text != NULL && bl_period_parse (text, search->period.kind, &period, NULL) && bl_period_equal (&period, &search->period);
}

void
bl_peers_search_source (BlPeersSearch *search)
{
  GListModel *all = bl_record_get_list (BL_RECORD (search->project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      const char *measure = bl_record_get_text (comparison, "measure");

      if (measure != NULL && is_of_period (search, comparison) && g_strv_contains ((const char *const *) search->measures, measure))
        {
          search->source = bl_record_get_text (comparison, "source");
          return;
        }
    }
}

/* "loans_book_adult" of "loans_book_all". */
static gboolean
is_age_of (const BlPeersSearch *search, const char *measure)
{
  static const char *const ages[] = { "_u12", "_11_under", "_12_17", "_adult" };

  for (guint m = 0; search->measures[m] != NULL; m++)
    for (guint a = 0; a < G_N_ELEMENTS (ages); a++)
      if (g_str_has_suffix (search->measures[m], "_all") && g_str_has_suffix (measure, ages[a])
          && strlen (measure) - strlen (ages[a]) == strlen (search->measures[m]) - strlen ("_all")
          && strncmp (measure, search->measures[m], strlen (measure) - strlen (ages[a])) == 0)
        return TRUE;
  return FALSE;
}

/* A figure that was given and cannot be; with the words kept beside it. */
static gboolean
is_implausible (BlRecord *comparison, guint row, char **note)
{
  BlTable *states = bl_record_get_table (comparison, "states"), *notes = bl_record_get_table (comparison, "notes");
  const char *state = states != NULL && row < bl_table_get_n_rows (states) ? bl_table_get_texts (states)[row] : NULL;

  if (state == NULL || strstr (state, "implausible") == NULL)
    return FALSE;
  if (*note == NULL && notes != NULL && row < bl_table_get_n_rows (notes))
    *note = g_strdup (bl_table_get_texts (notes)[row]);
  return TRUE;
}

/* Surveys and counts of people tell nothing of who made a return, whatever their source is called. */
static gboolean
tells_of_return (const BlPeersSearch *search, const char *measure)
{
  static const char *const others[] = { "pop_", "survey_", "literacy_" };

  if (g_strv_contains ((const char *const *) search->measures, measure))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (measure, others[i]))
      return FALSE;
  return search->kind != BL_INDICATOR_KIND_SURVEY;
}

BlPeerReason
bl_peers_search_reason (const BlPeersSearch *search, const char *code, char **note)
{
  GListModel *all = bl_record_get_list (BL_RECORD (search->project), "comparisons");
  BlPeerReason reason = BL_PEER_REASON_NO_RETURN;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      const char *measure = bl_record_get_text (comparison, "measure");
      BlTable *values = bl_record_get_table (comparison, "values");
      int row;

      if (measure == NULL || values == NULL || !is_of_period (search, comparison) || !tells_of_return (search, measure)
          || g_strcmp0 (bl_record_get_text (comparison, "source"), search->source) != 0)
        continue;
      row = find_row (comparison, code);
      if (row < 0)
        continue;
      reason = MAX (reason, BL_PEER_REASON_NOT_GIVEN);
      if (g_strv_contains ((const char *const *) search->measures, measure) && is_implausible (comparison, (guint) row, note))
        return BL_PEER_REASON_IMPLAUSIBLE;
      if (is_age_of (search, measure) && (guint) row < bl_table_get_n_rows (values) && isfinite (bl_table_get_numbers (values)[row]))
        return BL_PEER_REASON_AGES;
    }
  return reason == BL_PEER_REASON_NO_RETURN && search->kind == BL_INDICATOR_KIND_SURVEY ? BL_PEER_REASON_NOT_PUBLISHED : reason;
}

char *
bl_peer_say_reason (const BlPeer *peer)
{
  switch (peer->reason)
    {
    case BL_PEER_REASON_NO_RETURN:
      return g_strdup (_("no return"));
    case BL_PEER_REASON_NOT_GIVEN:
      return g_strdup (_("measure not given"));
    case BL_PEER_REASON_AGES:
      return g_strdup (_("only some ages given"));
    case BL_PEER_REASON_PART:
      return peer->parts_expected > 0 ? g_strdup_printf (_("part of a year, %u of %u months"), peer->parts, peer->parts_expected)
                                      : g_strdup (_("part of a year"));
    case BL_PEER_REASON_HIDDEN:
      return g_strdup (_("too few to be given"));
    case BL_PEER_REASON_IMPLAUSIBLE:
      return peer->note != NULL ? g_strdup_printf (_("implausible: %s"), peer->note) : g_strdup (_("implausible"));
    case BL_PEER_REASON_NOT_PUBLISHED:
      return g_strdup (_("none published"));
    case BL_PEER_REASON_STAND_IN:
      return g_strdup (_("a stand-in, not the measure itself"));
    case BL_PEER_REASON_NONE:
    default:
      return g_strdup ("");
    }
}

char *
bl_peers_say_missing (const BlPeers *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    if (self->items[i].reason != BL_PEER_REASON_NONE)
      {
        g_autofree char *reason = bl_peer_say_reason (&self->items[i]);

        g_string_append_printf (words, "%s%s (%s)", words->len > 0 ? "; " : "", self->items[i].name, reason);
      }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static void
add_sentence (GString *words, const char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
}

static guint
count (const BlPeers *self, gboolean (*is) (const BlPeer *peer))
{
  guint n = is (&self->own);

  for (guint i = 0; i < self->n; i++)
    n += is (&self->items[i]);
  return n;
}

static gboolean
is_provisional (const BlPeer *peer)
{
  return isfinite (peer->value) && (peer->flags & BL_OBSERVATION_PROVISIONAL) != 0;
}

static gboolean
is_estimate (const BlPeer *peer)
{
  return isfinite (peer->value) && peer->state == BL_STATE_ESTIMATE;
}

static gboolean
is_part (const BlPeer *peer)
{
  return isfinite (peer->value) && peer->reason == BL_PEER_REASON_PART;
}

static gboolean
is_stand_in (const BlPeer *peer)
{
  return isfinite (peer->value) && peer->reason == BL_PEER_REASON_STAND_IN;
}

/* "Coventry (8 of 12 months); Leeds". */
static char *
say_parts (const BlPeers *self)
{
  GString *words = g_string_new (NULL);

  for (int i = -1; i < (int) self->n; i++)
    {
      const BlPeer *peer = i < 0 ? &self->own : &self->items[i];

      if (!is_part (peer))
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", peer->name);
      if (peer->parts_expected > 0)
        /* TRANSLATORS: months known, of how many. */
        g_string_append_printf (words, _(" (%1$u of %2$u months)"), peer->parts, peer->parts_expected);
    }
  return g_string_free (words, FALSE);
}

char *
bl_peers_say_doubt (const BlPeers *self, gboolean shown)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_part = shown ? count (self, is_part) : 0, n_stand_in = shown ? count (self, is_stand_in) : 0, n_provisional = count (self, is_provisional),
        n_estimate = self->kind != BL_INDICATOR_KIND_SURVEY ? count (self, is_estimate) : 0;

  if (self->spread.n > 0 && self->spread.n_missing > 0)
    {
      g_autofree char *known = g_strdup_printf (ngettext ("%1$u of %2$u has a usable figure.", "%1$u of %2$u have a usable figure.", self->n),
                                                self->spread.n, self->n);

      add_sentence (words, known);
    }
  if (self->spread.unplaceable)
    add_sentence (words, _("With the figures that are missing the place could be on either side of the middle."));
  if (n_part > 0)
    {
      g_autofree char *parts = say_parts (self);
      /* TRANSLATORS: "Coventry (8 of 12 months)". */
      g_autofree char *text = g_strdup_printf (_("Part of the year only, shown hollow, not counted: %s."), parts);

      add_sentence (words, text);
    }
  if (self->stand_in)
    add_sentence (words, _("These figures stand for what is meant, they do not measure it."));
  if (n_stand_in > 0)
    add_sentence (words, _("Squares stand for what is meant, they do not measure it, and do not count."));
  if (n_estimate > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u is an estimate.", "%u are estimates.", n_estimate), n_estimate);

      add_sentence (words, text);
    }
  if (n_provisional > 0)
    add_sentence (words, _("Figures marked p may change."));
  if (self->stale)
    {
      g_autofree char *period = bl_period_to_text (&self->period);
      g_autofree char *text = g_strdup_printf (_("The figures are of %s: newer ones may be out."), period);

      add_sentence (words, text);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* --- Whether there is anything --------------------------------------------------------- */

#define MAX_DEPTH 4

static gboolean
has_measure (BlProject *project, const char *measure)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);

      if (g_strcmp0 (bl_record_get_text (comparison, "measure"), measure) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Each name as it stands, or all that it is made of. */
static gboolean
has_all (BlProject *project, BlDictionary *dictionary, const char *text, guint depth)
{
  g_autoptr (BlFormula) formula = text != NULL && depth < MAX_DEPTH ? bl_formula_parse (text, NULL) : NULL;

  if (formula == NULL || bl_formula_get_n_names (formula) == 0)
    return FALSE;
  for (guint i = 0; i < bl_formula_get_n_names (formula); i++)
    {
      const char *name = bl_formula_get_names (formula)[i];
      BlBaseMeasure *measure = bl_dictionary_find_measure (dictionary, name);

      if (!has_measure (project, name)
          && (measure == NULL || !has_all (project, dictionary, bl_record_get_text (BL_RECORD (measure), "made-of"), depth + 1)))
        return FALSE;
    }
  return TRUE;
}

gboolean
bl_peers_has_figures (BlProject *project, BlDictionary *dictionary, BlIndicator *indicator)
{
  const char *item = bl_record_get_text (BL_RECORD (indicator), "item");

  return (item != NULL && has_measure (project, item))
         || has_all (project, dictionary, bl_record_get_text (BL_RECORD (indicator), "formula"), 0);
}
