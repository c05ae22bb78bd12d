/* compare.c: branchline-cli compare: the service beside authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "output.h"
#include "peers.h"
#include "verdict-words.h"

/**
 * Asked: whom to compare with.
 */
typedef struct
{
  GPtrArray *codes, *names; /* of char *; names may be NULL */
  char *list, *source, *date;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_clear_pointer (&asked->codes, g_ptr_array_unref);
  g_clear_pointer (&asked->names, g_ptr_array_unref);
  g_clear_pointer (&asked->list, g_free);
  g_clear_pointer (&asked->source, g_free);
  g_clear_pointer (&asked->date, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* --- Whom ---------------------------------------------------------------------- */

static void
take (Asked *asked, const char *code, const char *name)
{
  g_ptr_array_add (asked->codes, g_strdup (code));
  g_ptr_array_add (asked->names, g_strdup (name));
}

/* The first of the project's own list; @number: NULL for the usual. */
static BlExit
ask_neighbours (Asked *asked, BlProject *project, const char *number)
{
  BlNeighbours *list = bl_peers_find_list (project);
  BlRecord *record = BL_RECORD (list);
  BlTable *codes = list != NULL ? bl_record_get_table (record, "codes") : NULL;
  BlTable *names = list != NULL ? bl_record_get_table (record, "names") : NULL;
  guint64 wanted = BL_PEERS_USUAL;
  guint all;

  if (number != NULL && (!g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &wanted, NULL)))
    return bl_command_fail (BL_EXIT_USAGE, _("“neighbours:” wants a number from 1 on, not “%s”."), number);
  if (list == NULL)
    return bl_command_fail (BL_EXIT_FAULTY, _("The project has no list of authorities like its service. “import PROJECT series” takes "
                                              "the one that the Office for National Statistics publishes."));
  all = bl_table_get_n_rows (codes);
  if (number != NULL && wanted > all)
    return bl_command_fail (BL_EXIT_USAGE, ngettext ("The list has %u authority, not %s.", "The list has %u authorities, not %s.", all),
                            all, number);
  for (guint i = 0; i < MIN (wanted, all); i++)
    take (asked, bl_table_get_texts (codes)[i], names != NULL && i < bl_table_get_n_rows (names) ? bl_table_get_texts (names)[i] : NULL);
  asked->list = bl_record_describe (record);
  asked->source = g_strdup (bl_record_get_text (record, "source"));
  asked->date = g_strdup (bl_record_get_text (record, "date"));
  return BL_EXIT_DONE;
}

static BlExit
ask_codes (Asked *asked, BlProject *project, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  const char *own = bl_record_get_text (BL_RECORD (bl_project_get_service (project)), "code");

  if (words[0] == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--with wants neighbours:15, or codes like E08000035 with commas between."));
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code = g_strstrip (words[i]), *name = bl_peers_find_name (project, code);

      if (g_strcmp0 (code, own) == 0)
        return bl_command_fail (BL_EXIT_USAGE, _("%s is the service itself: say others."), code);
      if (name == NULL)
        return bl_command_fail (BL_EXIT_USAGE,
                                _("The project has no figures of an authority “%s”: --with wants neighbours:15, or codes like E08000035 "
                                  "with commas between."), code);
      if (g_ptr_array_find_with_equal_func (asked->codes, code, g_str_equal, NULL))
        return bl_command_fail (BL_EXIT_USAGE, _("%s is there twice."), code);
      take (asked, code, name);
    }
  return BL_EXIT_DONE;
}

static BlExit
ask (Asked *asked, BlProject *project, const char *with)
{
  BlService *service = bl_project_get_service (project);

  asked->codes = g_ptr_array_new_with_free_func (g_free);
  asked->names = g_ptr_array_new_with_free_func (g_free);
  if (service == NULL || bl_record_get_text (BL_RECORD (service), "code") == NULL)
    return bl_command_fail (BL_EXIT_FAULTY, _("The project does not say which authority its service is of: it has no code."));
  if (with == NULL || g_str_equal (with, "neighbours"))
    return ask_neighbours (asked, project, NULL);
  if (g_str_has_prefix (with, "neighbours:"))
    return ask_neighbours (asked, project, with + strlen ("neighbours:"));
  return ask_codes (asked, project, with);
}

/* Totals of places of different size are never set side by side. */
static gboolean
is_total (BlRecord *indicator)
{
  BlIndicatorKind kind = bl_record_get_enum (indicator, "kind");
  const char *formula = bl_record_get_text (indicator, "formula");
  gboolean divided = formula != NULL && (strstr (formula, "÷") != NULL || strchr (formula, '/') != NULL);

  return kind == BL_INDICATOR_KIND_COUNT || kind == BL_INDICATOR_KIND_STOCK || (kind == BL_INDICATOR_KIND_MONEY && !divided);
}

/* --- Answers ------------------------------------------------------------------- */

static const char *
nick_of_state (BlState state)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_STATE);
  const GEnumValue *found = g_enum_get_value (class, state);

  return found != NULL ? found->value_nick : NULL;
}

static void
json_peer (JsonBuilder *builder, const BlPeer *peer)
{
  g_autofree char *reason = bl_peer_say_reason (peer);

  json_builder_begin_object (builder);
  bl_json_text (builder, "code", peer->code);
  bl_json_text (builder, "name", peer->name);
  bl_json_number (builder, "value", peer->value);
  bl_json_text (builder, "state", nick_of_state (peer->state));
  bl_json_number (builder, "parts", peer->parts_expected > 0 ? peer->parts : NAN);
  bl_json_text (builder, "reason", peer->reason != BL_PEER_REASON_NONE ? reason : NULL);
  json_builder_end_object (builder);
}

static void
answer_json (const BlPeers *peers, BlRecord *indicator, const Asked *asked)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const BlPeersSpread *spread = &peers->spread;
  gboolean placed = peers->own.reason == BL_PEER_REASON_NONE && spread->n > 0;
  g_autofree char *period = peers->period.kind != BL_PERIOD_KIND_UNKNOWN ? bl_period_to_iso (&peers->period) : NULL;

  json_builder_begin_object (builder);
  bl_json_text (builder, "indicator", bl_record_get_text (indicator, "item"));
  bl_json_text (builder, "place", peers->own.name);
  bl_json_text (builder, "period", period);
  bl_json_number (builder, "value", peers->own.value);
  bl_json_text (builder, "state", nick_of_state (peers->own.state));
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
    json_peer (builder, &peers->items[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < peers->n; i++)
    if (peers->items[i].reason != BL_PEER_REASON_NONE)
      json_builder_add_string_value (builder, peers->items[i].name);
  json_builder_end_array (builder);
  bl_json_text (builder, "title", peers->title);
  bl_json_text (builder, "sentence", peers->sentence);
  bl_json_text (builder, "lacks", peers->lacks);
  bl_json_text (builder, "notes", peers->notes);
  bl_json_text (builder, "figures", peers->source);
  bl_json_text (builder, "list", asked->list);
  bl_json_text (builder, "source", asked->source);
  bl_json_text (builder, "date", asked->date);
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

  bl_output_table_add (table, peer->name, value, peer->reason != BL_PEER_REASON_NONE ? reason : _(bl_state_get_title (peer->state)));
}

static void
show_missing (const BlPeers *peers)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < peers->n; i++)
    if (peers->items[i].reason != BL_PEER_REASON_NONE)
      {
        g_autofree char *reason = bl_peer_say_reason (&peers->items[i]);

        g_string_append_printf (words, "%s%s (%s)", words->len > 0 ? "; " : "", peers->items[i].name, reason);
      }
  bl_output_text (ngettext ("%1$u of %2$u has a usable figure.", "%1$u of %2$u have a usable figure.", peers->spread.n), peers->spread.n,
                  peers->n);
  if (words->len > 0)
    bl_output_text (_(" Missing: %s."), words->str);
  bl_output_text ("\n");
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

static void
answer_text (const BlPeers *peers, BlRecord *indicator, const Asked *asked)
{
  const char *unit = bl_record_get_text (indicator, "unit");
  BlOutputTable *table = bl_output_table_new ("lrl");
  g_autofree char *name = bl_record_describe (indicator);
  g_autofree char *period = peers->period.kind != BL_PERIOD_KIND_UNKNOWN ? bl_period_to_text (&peers->period) : NULL;

  bl_output_text ("%s%s%s\n\n%s\n%s\n\n", name, period != NULL ? ", " : "", period != NULL ? period : "", peers->title,
                  peers->sentence);
  bl_output_table_add (table, _("Authority"), unit != NULL ? unit : _("Value"), _("State"));
  add_row (table, indicator, &peers->own);
  for (guint i = 0; i < peers->n; i++)
    add_row (table, indicator, &peers->items[i]);
  bl_output_table_finish (table, TRUE);
  bl_output_text ("\n");
  show_missing (peers);
  show_spread (peers, indicator);
  if (asked->list != NULL)
    bl_output_text (_("Compared with: %1$s, the first %2$u, nearest first (%3$s, %4$s). The list tells of places, not of library services.\n"),
                    asked->list, peers->n, asked->source != NULL ? asked->source : _("source not recorded"),
                    asked->date != NULL ? asked->date : _("date not recorded"));
  else
    bl_output_text (_("Compared with authorities of your own choice.\n"));
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

static BlExit
compare (BlProject *project, BlDictionary *dictionary, const char *name, const char *with)
{
  BlExit exit = BL_EXIT_DONE;
  g_auto (Asked) asked = { 0 };
  g_autoptr (BlIndicator) indicator = bl_command_find_indicator (project, dictionary, name, &exit);
  g_autoptr (BlBaseFigures) figures = NULL;
  g_autoptr (BlPeers) peers = NULL;

  if (indicator == NULL)
    return exit;
  if (is_total (BL_RECORD (indicator)))
    return bl_command_fail (BL_EXIT_USAGE, _("“%s” is a total, and authorities are of different size: only rates and shares are compared."),
                            name);
  exit = ask (&asked, project, with);
  if (exit != BL_EXIT_DONE)
    return exit;
  figures = bl_base_figures_new (project, NULL, dictionary);
  peers = bl_peers_new (figures, indicator, (const char *const *) asked.codes->pdata, (const char *const *) asked.names->pdata,
                        asked.codes->len);
  if (!has_any (peers))
    return bl_command_fail (BL_EXIT_FAULTY, _("The project has no figures of “%s” of any of these authorities."), name);
  if (bl_command_wants_json ())
    answer_json (peers, BL_RECORD (indicator), &asked);
  else
    answer_text (peers, BL_RECORD (indicator), &asked);
  return BL_EXIT_DONE;
}

static BlExit
run (char **arguments)
{
  g_autofree char *name = NULL, *with = NULL;
  const GOptionEntry entries[] = {
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &name, N_("what to compare: an item of the dictionary, a name or an id"), N_("ID") },
    { "with", 'w', 0, G_OPTION_ARG_STRING, &with,
      N_("whom with: so many of the list of similar authorities (neighbours:15), or codes with commas between"),
      N_("neighbours:N|CODES") },
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
  return document != NULL ? compare (bl_document_get_project (document), dictionary, name, with) : exit;
}

const BlCommand bl_command_compare = {
  .name = "compare",
  .arguments = "PROJECT",
  .summary = N_("Set an indicator beside the same of similar authorities"),
  .details = N_("Rates and shares of the service and of authorities like it, from published figures of all authorities; who is missing, "
                "and what that could change. The order is the list’s, not a ranking."),
  .run = run,
};
