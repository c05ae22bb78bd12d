/* compare.c: branchline-cli compare: the service beside authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "output.h"
#include "peers-funnel.h"
#include "peers-option.h"
#include "text.h"
#include "verdict-words.h"

/* --- Answers ------------------------------------------------------------------- */

static const char *
nick_of_state (BlState state)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_STATE);
  const GEnumValue *found = g_enum_get_value (class, state);

  return found != NULL ? found->value_nick : NULL;
}

static void
json_peer (JsonBuilder *builder, const BlPeer *peer, const BlPeerChoice *choice, guint at)
{
  g_autofree char *reason = bl_peer_say_reason (peer);

  json_builder_begin_object (builder);
  bl_json_text (builder, "code", peer->code);
  bl_json_text (builder, "name", peer->name);
  bl_json_number (builder, "value", peer->value);
  bl_json_text (builder, "state", nick_of_state (peer->state));
  bl_json_number (builder, "low", peer->low);
  bl_json_number (builder, "high", peer->high);
  bl_json_number (builder, "count", peer->count);
  bl_json_number (builder, "size", peer->size);
  bl_json_number (builder, "parts", peer->parts_expected > 0 ? peer->parts : NAN);
  bl_json_text (builder, "reason", peer->reason != BL_PEER_REASON_NONE ? reason : NULL);
  if (isfinite (peer->low))
    bl_json_text (builder, "differs", peer->differs > 0 ? "higher" : peer->differs < 0 ? "lower" : NULL);
  if (choice->distances != NULL)
    {
      bl_json_number (builder, "distance", g_array_index (choice->distances, double, at));
      json_builder_set_member_name (builder, "distance_estimated");
      json_builder_add_boolean_value (builder, g_array_index (choice->estimated, gboolean, at));
    }
  json_builder_end_object (builder);
}

static const char *
nick_of_place (int place)
{
  static const char *const nicks[] = { "below 99.8", "below 95", "inside", "above 95", "above 99.8" };

  return nicks[place + 2];
}

static void
json_limits (JsonBuilder *builder, const char *key, BlFunnelLimits limits)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  bl_json_number (builder, "low_998", limits.low998);
  bl_json_number (builder, "low_95", limits.low95);
  bl_json_number (builder, "high_95", limits.high95);
  bl_json_number (builder, "high_998", limits.high998);
  json_builder_end_object (builder);
}

static void
json_funnel (JsonBuilder *builder, const BlPeers *peers, BlIndicator *indicator)
{
  static const struct
  {
    const char *limits, *place;
    BlFunnelAdjust adjust;
  } ways[] = { { "additive", "place", BL_FUNNEL_ADDITIVE }, { "multiplicative", "place_multiplicative", BL_FUNNEL_MULTIPLICATIVE },
               { "plain", "place_plain", BL_FUNNEL_PLAIN } };
  g_autofree char *lacks = NULL, *words = NULL;
  g_autoptr (BlPeersFunnel) funnel = bl_peers_funnel_new (peers, indicator, &lacks);

  json_builder_set_member_name (builder, "funnel");
  json_builder_begin_object (builder);
  bl_json_text (builder, "lacks", lacks);
  if (funnel != NULL)
    {
      words = bl_peers_funnel_say (funnel);
      bl_json_text (builder, "kind", funnel->funnel->proportion ? "proportion" : "rate");
      bl_json_number (builder, "centre", funnel->funnel->centre * funnel->factor);
      bl_json_number (builder, "factor", funnel->factor);
      bl_json_number (builder, "phi", funnel->funnel->dispersion);
      bl_json_number (builder, "tau2", funnel->funnel->between);
      bl_json_number (builder, "pulled_low", funnel->funnel->pulled_low);
      bl_json_number (builder, "pulled_high", funnel->funnel->pulled_high);
      json_builder_set_member_name (builder, "spread_not_performance");
      json_builder_add_boolean_value (builder, funnel->wild);
      bl_json_text (builder, "sentence", words);
      json_builder_set_member_name (builder, "places");
      json_builder_begin_array (builder);
      for (guint i = 0; i < funnel->n; i++)
        {
          const BlPeer *peer = i == 0 ? &peers->own : &peers->items[i - 1];

          if (!isfinite (funnel->sizes[i]))
            continue;
          json_builder_begin_object (builder);
          bl_json_text (builder, "code", peer->code);
          bl_json_text (builder, "name", peer->name);
          bl_json_number (builder, "value", peer->value);
          bl_json_number (builder, "count", peer->count);
          bl_json_number (builder, "size", peer->size);
          bl_json_number (builder, "z", funnel->funnel->points[i].z);
          for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
            {
              json_limits (builder, ways[k].limits, bl_peers_funnel_get_limits (funnel, funnel->sizes[i], ways[k].adjust));
              bl_json_text (builder, ways[k].place, nick_of_place (bl_peers_funnel_place (funnel, i, ways[k].adjust)));
            }
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
json_texts (JsonBuilder *builder, const char *key, GPtrArray *texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

static void
answer_json (const BlPeers *peers, BlIndicator *indicator, const BlPeerChoice *choice, gboolean with_funnel)
{
  static const char *const withs[] = { "neighbours", "own", "computed", "list" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const BlPeersSpread *spread = &peers->spread;
  gboolean placed = peers->own.reason == BL_PEER_REASON_NONE && spread->n > 0;
  g_autofree char *period = peers->period.kind != BL_PERIOD_KIND_UNKNOWN ? bl_period_to_iso (&peers->period) : NULL;
  g_autofree char *doubt = bl_peers_say_doubt (peers, TRUE), *whom = bl_peer_choice_say (choice);
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free), missing = g_ptr_array_new ();

  for (guint i = 0; i < peers->periods->len; i++)
    g_ptr_array_add (periods, bl_period_to_iso (&g_array_index (peers->periods, BlPeriod, i)));
  for (guint i = 0; i < peers->n; i++)
    if (peers->items[i].reason != BL_PEER_REASON_NONE)
      g_ptr_array_add (missing, peers->items[i].name);
  json_builder_begin_object (builder);
  bl_json_text (builder, "indicator", bl_record_get_text (BL_RECORD (indicator), "item"));
  bl_json_text (builder, "place", peers->own.name);
  bl_json_text (builder, "period", period);
  json_texts (builder, "periods", periods);
  bl_json_number (builder, "value", peers->own.value);
  bl_json_text (builder, "state", nick_of_state (peers->own.state));
  bl_json_number (builder, "low", peers->own.low);
  bl_json_number (builder, "high", peers->own.high);
  bl_json_number (builder, "england", peers->england.value);
  bl_json_number (builder, "median", spread->median);
  bl_json_number (builder, "lower_quartile", spread->lower_quartile);
  bl_json_number (builder, "upper_quartile", spread->upper_quartile);
  bl_json_number (builder, "lowest", spread->lowest);
  bl_json_number (builder, "highest", spread->highest);
  bl_json_count (builder, "usable", spread->n);
  bl_json_number (builder, "higher", placed ? spread->n_higher : NAN);
  json_builder_set_member_name (builder, "bounds");
  json_builder_begin_object (builder);
  bl_json_number (builder, "low", spread->bound_low);
  bl_json_number (builder, "high", spread->bound_high);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "too_many_missing");
  json_builder_add_boolean_value (builder, spread->unplaceable);
  json_builder_set_member_name (builder, "neighbours");
  json_builder_begin_array (builder);
  for (guint i = 0; i < peers->n; i++)
    json_peer (builder, &peers->items[i], choice, i);
  json_builder_end_array (builder);
  json_texts (builder, "missing", missing);
  if (with_funnel)
    json_funnel (builder, peers, indicator);
  bl_json_text (builder, "title", peers->title);
  bl_json_text (builder, "sentence", peers->sentence);
  bl_json_text (builder, "doubt", doubt);
  bl_json_text (builder, "lacks", peers->lacks);
  bl_json_text (builder, "notes", peers->notes);
  bl_json_text (builder, "figures", peers->source);
  bl_json_text (builder, "with", withs[choice->with]);
  bl_json_text (builder, "compared_with", whom);
  json_texts (builder, "computed_from", choice->variables);
  bl_json_text (builder, "list", choice->list);
  bl_json_text (builder, "source", choice->source);
  bl_json_text (builder, "date", choice->date);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static char *
value_text (BlRecord *indicator, double value)
{
  return isnan (value) ? g_strdup (_("no data"))
                       : bl_words_value (value, bl_record_get_enum (indicator, "kind"), bl_record_get_text (indicator, "unit"));
}

/* What the figure is: its state, or why it does not count. */
static void
add_row (BlOutputTable *table, BlRecord *indicator, const BlPeer *peer)
{
  g_autofree char *value = value_text (indicator, peer->value), *reason = bl_peer_say_reason (peer);

  if (peer->reason == BL_PEER_REASON_NONE && isfinite (peer->low) && isfinite (peer->high))
    {
      g_autofree char *low = value_text (indicator, peer->low), *high = value_text (indicator, peer->high);

      g_free (reason);
      /* TRANSLATORS: a state, and the ends of an interval. */
      reason = g_strdup_printf (_("%1$s, likely %2$s to %3$s"), _(bl_state_get_title (peer->state)), low, high);
      bl_output_table_add (table, peer->name, value, reason);
      return;
    }

  bl_output_table_add (table, peer->name, value, peer->reason != BL_PEER_REASON_NONE ? reason : _(bl_state_get_title (peer->state)));
}

static void
show_missing (const BlPeers *peers)
{
  g_autofree char *words = bl_peers_say_missing (peers), *doubt = bl_peers_say_doubt (peers, TRUE);

  if (doubt != NULL)
    bl_output_text ("%s\n", doubt);
  if (words != NULL)
    bl_output_text (_("Missing: %s.\n"), words);
}

static void
show_spread (const BlPeers *peers, BlRecord *indicator)
{
  const BlPeersSpread *spread = &peers->spread;
  g_autofree char *lower = value_text (indicator, spread->lower_quartile), *upper = value_text (indicator, spread->upper_quartile);
  g_autofree char *lowest = value_text (indicator, spread->lowest), *highest = value_text (indicator, spread->highest);
  g_autofree char *low = value_text (indicator, spread->bound_low), *high = value_text (indicator, spread->bound_high);

  if (spread->n < 2)
    return;
  bl_output_text (_("The middle half of them lies between %1$s and %2$s; all, between %3$s and %4$s.\n"), lower, upper, lowest, highest);
  if (spread->n_missing > 0)
    bl_output_text (_("With those missing all at the lowest, the middle would be %1$s; all at the highest, %2$s.\n"), low, high);
}

/* The service first, then where each lies by limits that allow for the spread. */
static void
show_funnel (const BlPeers *peers, BlIndicator *indicator)
{
  static const char *const places[] = { N_ ("far below"), N_ ("below"), N_ ("inside"), N_ ("above"), N_ ("far above") };
  g_autofree char *lacks = NULL, *words = NULL, *centre = NULL;
  g_autoptr (BlPeersFunnel) funnel = bl_peers_funnel_new (peers, indicator, &lacks);
  BlOutputTable *table;

  if (funnel == NULL)
    {
      bl_output_text ("\n%s\n", lacks);
      return;
    }
  words = bl_peers_funnel_say (funnel);
  centre = value_text (BL_RECORD (indicator), funnel->funnel->centre * funnel->factor);
  bl_output_text (_ ("\nFunnel about %1$s, the figure of all together. %2$s\n\n"), centre, words);
  table = bl_output_table_new ("lrrrll");
  bl_output_table_add (table, _ ("Authority"), _ ("Among"), _ ("z"), _ ("95 % limits"), _ ("Place"), _ ("By chance alone"));
  for (guint i = 0; i < funnel->n; i++)
    {
      const BlPeer *peer = i == 0 ? &peers->own : &peers->items[i - 1];
      BlFunnelLimits limits = bl_peers_funnel_get_limits (funnel, funnel->sizes[i], BL_FUNNEL_ADDITIVE);

      if (!isfinite (funnel->sizes[i]))
        continue;
      g_autofree char *size = bl_text_number (funnel->sizes[i], 0), *z = bl_text_number (funnel->funnel->points[i].z, 2);
      g_autofree char *low = value_text (BL_RECORD (indicator), limits.low95), *high = value_text (BL_RECORD (indicator), limits.high95);
      /* TRANSLATORS: from the lower limit to the upper one. */
      g_autofree char *both = g_strdup_printf (_ ("%1$s to %2$s"), low, high);

      bl_output_table_add (table, peer->name, size, isfinite (funnel->funnel->points[i].z) ? z : _ ("no data"), both,
                           _ (places[bl_peers_funnel_place (funnel, i, BL_FUNNEL_ADDITIVE) + 2]),
                           _ (places[bl_peers_funnel_place (funnel, i, BL_FUNNEL_PLAIN) + 2]));
    }
  bl_output_table_finish (table, TRUE);
}

static void
answer_text (const BlPeers *peers, BlIndicator *own, const BlPeerChoice *choice, gboolean with_funnel)
{
  BlRecord *indicator = BL_RECORD (own);
  const char *unit = bl_record_get_text (indicator, "unit");
  BlOutputTable *table = bl_output_table_new ("lrl");
  g_autofree char *name = bl_record_describe (indicator), *whom = bl_peer_choice_say (choice);
  g_autofree char *period = peers->period.kind != BL_PERIOD_KIND_UNKNOWN ? bl_period_to_text (&peers->period) : NULL;

  bl_output_text ("%s%s%s\n\n%s\n%s\n\n", name, period != NULL ? ", " : "", period != NULL ? period : "", peers->title,
                  peers->sentence);
  bl_output_table_add (table, _("Authority"), unit != NULL ? unit : _("Value"), _("State"));
  add_row (table, indicator, &peers->own);
  for (guint i = 0; i < peers->n; i++)
    add_row (table, indicator, &peers->items[i]);
  if (isfinite (peers->england.value))
    add_row (table, indicator, &peers->england);
  bl_output_table_finish (table, TRUE);
  bl_output_text ("\n");
  show_missing (peers);
  show_spread (peers, indicator);
  if (with_funnel)
    show_funnel (peers, own);
  bl_output_text ("%s\n", whom);
  if (peers->notes != NULL)
    bl_output_text ("%s\n", peers->notes);
  if (peers->source != NULL)
    bl_output_text (_("Source: %s\n"), peers->source);
  bl_output_text (_("\nServices count and are made up differently. What do they do differently?\n"));
}

static gboolean
has_any (const BlPeers *peers)
{
  for (guint i = 0; i < peers->n; i++)
    if (!isnan (peers->items[i].value))
      return TRUE;
  return FALSE;
}

/* --- The command --------------------------------------------------------------- */

typedef struct
{
  char *name, *with, *period;
  gboolean funnel;
} Asked;

static BlExit
compare (BlProject *project, BlDictionary *dictionary, const Asked *asked)
{
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlIndicator) indicator = bl_command_find_indicator (project, dictionary, asked->name, &exit);
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeerChoice) choice = NULL;
  g_autoptr (BlPeers) peers = NULL;
  BlPeriod period;

  if (indicator == NULL)
    return exit;
  if (bl_peers_is_total (indicator))
    return bl_command_fail (BL_EXIT_USAGE, _("“%s” is a total, and authorities are of different size: only rates and shares are compared."),
                            asked->name);
  if (!bl_peers_option_period (asked->period, indicator, &period, &exit))
    return exit;
  figures = bl_base_figures_new (project, NULL, dictionary);
  choice = bl_peers_option_read (asked->with, figures, &exit);
  if (choice == NULL)
    return exit;
  peers = bl_peers_new_of (figures, indicator, (const char *const *) choice->codes->pdata, (const char *const *) choice->names->pdata,
                           choice->codes->len, asked->period != NULL ? &period : NULL);
  if (!has_any (peers))
    return asked->period != NULL && peers->periods->len > 0
               ? bl_command_fail (BL_EXIT_FAULTY, _("The project has no figures of “%1$s” of any of these authorities for %2$s."), asked->name,
                                  asked->period)
               : bl_command_fail (BL_EXIT_FAULTY, _("The project has no figures of “%s” of any of these authorities."), asked->name);
  if (bl_command_wants_json ())
    answer_json (peers, indicator, choice, asked->funnel);
  else
    answer_text (peers, indicator, choice, asked->funnel);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_autofree char *name = NULL, *with = NULL, *period = NULL;
  gboolean funnel = FALSE;
  const GOptionEntry entries[] = {
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &name, N_("what to compare: an item of the dictionary, a name or an id"), N_("ID") },
    { "with", 'w', 0, G_OPTION_ARG_STRING, &with, BL_PEERS_OPTION_HELP, BL_PEERS_OPTION_WORDS },
    { "period", 0, 0, G_OPTION_ARG_STRING, &period, N_("of which year (2022-23); else the service’s newest"), N_("PERIOD") },
    { "funnel", 0, 0, G_OPTION_ARG_NONE, &funnel, N_("the limits of a funnel too, with the spread that chance does not explain"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlDictionary) dictionary = NULL;
  g_autoptr (BlDocument) document = NULL;
  BlExit exit = BL_EXIT_DONE;

  if (!bl_command_parse (&bl_command_compare, entries, &arguments, 1))
    return BL_EXIT_USAGE;
  if (name == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("Say what to compare with --indicator."));
  dictionary = bl_dictionary_load (&error);
  if (dictionary == NULL)
    return bl_command_fail_error (error, NULL);
  document = bl_command_open (arguments[1], &exit);
  return document != NULL ? compare (bl_document_get_project (document), dictionary, &(Asked){ name, with, period, funnel }) : exit;
}

const BlCommand bl_command_compare = {
  .name = "compare",
  .arguments = "PROJECT",
  .summary = N_("Set an indicator beside the same of similar authorities"),
  .details = N_("Rates and shares of the service and of authorities like it, from published figures of all authorities; who is missing, "
                "and what that could change. The order is the list’s, not a ranking."),
  .run = run,
};
