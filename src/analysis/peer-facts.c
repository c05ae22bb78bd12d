/* peer-facts.c: figures about authorities, to find those that are like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peer-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "indicator-values.h"

static void
variable_free (BlPeerVariable *variable)
{
  g_free (variable->id);
  g_free (variable->title);
  g_free (variable->source);
  g_array_unref (variable->figures);
  g_free (variable);
}

BlPeerFacts *
bl_peer_facts_new (void)
{
  BlPeerFacts *self = g_new0 (BlPeerFacts, 1);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->variables = g_ptr_array_new_with_free_func ((GDestroyNotify) variable_free);
  return self;
}

void
bl_peer_facts_free (BlPeerFacts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->variables);
  g_free (self);
}

void
bl_peer_facts_add_authority (BlPeerFacts *self, const char *code, const char *name)
{
  g_return_if_fail (self->variables->len == 0);
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->names, g_strdup (name));
}

BlPeerVariable *
bl_peer_facts_add_variable (BlPeerFacts *self, const char *id, const char *title, const char *source)
{
  BlPeerVariable *variable = g_new0 (BlPeerVariable, 1);
  const double nothing = NAN;

  variable->id = g_strdup (id);
  variable->title = g_strdup (title);
  variable->source = g_strdup (source);
  variable->figures = g_array_sized_new (FALSE, FALSE, sizeof (double), self->codes->len);
  for (guint i = 0; i < self->codes->len; i++)
    g_array_append_val (variable->figures, nothing);
  g_ptr_array_add (self->variables, variable);
  return variable;
}

int
bl_peer_facts_find_authority (const BlPeerFacts *self, const char *code)
{
  guint at;

  return code != NULL && g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &at) ? (int) at : -1;
}

int
bl_peer_facts_find_variable (const BlPeerFacts *self, const char *id)
{
  for (guint i = 0; i < self->variables->len; i++)
    if (g_str_equal (((BlPeerVariable *) g_ptr_array_index (self->variables, i))->id, id))
      return (int) i;
  return -1;
}

/* The newest figure of @measure that anybody of the comparisons has, by authority; @source: set. */
static BlRecord *
find_newest (BlProject *project, const char *measure)
{
  GListModel *all = bl_record_get_list (BL_RECORD (project), "comparisons");
  BlRecord *newest = NULL;
  BlPeriod best = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BlRecord) comparison = g_list_model_get_item (all, i);
      const char *text = bl_record_get_text (comparison, "period");
      BlPeriod period;

      if (g_strcmp0 (bl_record_get_text (comparison, "measure"), measure) != 0 || text == NULL
          || !bl_period_parse (text, BL_PERIOD_KIND_UNKNOWN, &period, NULL)
          || (newest != NULL && bl_period_compare (&period, &best) <= 0))
        continue;
      newest = comparison; /* the project holds it */
      best = period;
    }
  return newest;
}

/* Code → figure, of the newest. */
static GHashTable *
read_newest (BlRecord *comparison)
{
  GHashTable *figures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  BlTable *codes = bl_record_get_table (comparison, "codes"), *values = bl_record_get_table (comparison, "values");

  for (guint i = 0; codes != NULL && values != NULL && i < MIN (bl_table_get_n_rows (codes), bl_table_get_n_rows (values)); i++)
    if (bl_table_get_texts (codes)[i] != NULL)
      g_hash_table_insert (figures, (char *) bl_table_get_texts (codes)[i],
                           g_memdup2 (&bl_table_get_numbers (values)[i], sizeof (double)));
  return figures;
}

static char *
say_source (BlRecord *comparison)
{
  const char *source = bl_record_get_text (comparison, "source"), *text = bl_record_get_text (comparison, "period");
  g_autofree char *when = NULL;
  BlPeriod period;

  if (text != NULL && bl_period_parse (text, BL_PERIOD_KIND_UNKNOWN, &period, NULL))
    when = bl_period_to_text (&period);
  if (source == NULL)
    return g_steal_pointer (&when);
  return when != NULL ? g_strdup_printf ("%s, %s", source, when) : g_strdup (source);
}

void
bl_peer_facts_add_people (BlPeerFacts *self, BlBaseFigures *figures)
{
  static const struct
  {
    const char *measure, *id, *title;
  } shares[] = {
    { "pop_u12", "under-12", N_ ("Children under 12, share") },
    { "pop_12_17", "aged-12-17", N_ ("People of 12 to 17, share") },
    { "pop_75plus", "aged-75-plus", N_ ("People of 75 and over, share") },
  };
  BlProject *project = bl_base_figures_get_project (figures);
  BlRecord *people = find_newest (project, "pop_all");
  g_autoptr (GHashTable) all = NULL;

  if (people == NULL)
    return;
  all = read_newest (people);
  for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
    {
      BlRecord *part = find_newest (project, shares[s].measure);
      g_autoptr (GHashTable) of = part != NULL ? read_newest (part) : NULL;
      g_autofree char *source = part != NULL ? say_source (part) : NULL;
      BlPeerVariable *variable;

      if (part == NULL || g_strcmp0 (bl_record_get_text (part, "period"), bl_record_get_text (people, "period")) != 0)
        continue;
      variable = bl_peer_facts_add_variable (self, shares[s].id, _(shares[s].title), source);
      for (guint i = 0; i < self->codes->len; i++)
        {
          const double *some = g_hash_table_lookup (of, g_ptr_array_index (self->codes, i));
          const double *whole = g_hash_table_lookup (all, g_ptr_array_index (self->codes, i));

          if (some != NULL && whole != NULL && *whole > 0)
            g_array_index (variable->figures, double, i) = 100 * *some / *whole;
        }
    }
}

static double
newest_of (const BlIndicatorValues *values)
{
  for (guint i = values->values->n; i-- > 0;)
    if (bl_observation_is_known (&values->values->items[i]) && !(values->values->items[i].flags & BL_OBSERVATION_PARTIAL))
      return values->values->items[i].value;
  return NAN;
}

int
bl_peer_facts_add_indicator (BlPeerFacts *self, BlBaseFigures *figures, BlIndicator *indicator)
{
  const char *item = bl_record_get_text (BL_RECORD (indicator), "item");
  g_autofree char *title = bl_record_describe (BL_RECORD (indicator)), *source = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (double));
  BlPeerVariable *variable;
  gboolean any = FALSE;

  for (guint i = 0; i < self->codes->len; i++)
    {
      BlPlaceAsked place = { NULL, g_ptr_array_index (self->codes, i) };
      g_autoptr (BlIndicatorValues) values = bl_indicator_values_new (figures, indicator, &place, BL_PERIOD_KIND_UNKNOWN);
      double value = newest_of (values);

      any |= isfinite (value);
      if (source == NULL && isfinite (value))
        source = g_strdup (values->source);
      g_array_append_val (found, value);
    }
  if (!any)
    return -1;
  variable = bl_peer_facts_add_variable (self, item != NULL ? item : bl_record_get_id (BL_RECORD (indicator)), title, source);
  g_array_unref (variable->figures);
  variable->figures = g_steal_pointer (&found);
  return (int) self->variables->len - 1;
}
