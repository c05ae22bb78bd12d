/* peers-option.c: --with, for the commands that set authorities beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "peers-option.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "indicator-values.h"
#include "peer-reference.h"

typedef struct
{
  BlBaseFigures *figures;
  BlProject *project;
  BlExit *exit;
} Question;

/* The first of the project's own list; @number: NULL for the usual. */
static BlPeerChoice *
read_neighbours (const Question *question, const char *number)
{
  guint64 wanted = BL_PEERS_USUAL;
  g_autoptr (BlPeerChoice) choice = NULL;

  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &wanted, NULL))
    {
      *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("“neighbours:” wants a number from 1 on, not “%s”."), number);
      return NULL;
    }
  choice = bl_peer_choice_new_neighbours (question->project, (guint) wanted);
  if (choice == NULL)
    {
      *question->exit = bl_command_fail (BL_EXIT_FAULTY, _ ("The project has no list of authorities like its service. “import PROJECT series” takes "
                                                          "the one that the Office for National Statistics publishes."));
      return NULL;
    }
  if (number != NULL && wanted > choice->n_all)
    {
      *question->exit = bl_command_fail (BL_EXIT_USAGE, ngettext ("The list has %u authority, not %s.", "The list has %u authorities, not %s.",
                                                                 choice->n_all), choice->n_all, number);
      return NULL;
    }
  return g_steal_pointer (&choice);
}

static BlPeerChoice *
read_codes (const Question *question, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  const char *own = bl_record_get_text (BL_RECORD (bl_project_get_service (question->project)), "code");
  g_autoptr (BlPeerChoice) choice = bl_peer_choice_new_codes ();

  if (words[0] == NULL)
    *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("--with wants neighbours:15, own, computed:deprivation, or codes like E08000035 with "
                                                        "commas between."));
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code = g_strstrip (words[i]), *name = bl_peers_find_name (question->project, code);
      BlExit failed = BL_EXIT_DONE;

      if (g_strcmp0 (code, own) == 0)
        failed = bl_command_fail (BL_EXIT_USAGE, _ ("%s is the service itself: say others."), code);
      else if (name == NULL)
        failed = bl_command_fail (BL_EXIT_USAGE, _ ("The project has no figures of an authority “%s”: --with wants neighbours:15, own, "
                                                   "computed:deprivation, or codes like E08000035 with commas between."), code);
      else if (g_ptr_array_find_with_equal_func (choice->codes, code, g_str_equal, NULL))
        failed = bl_command_fail (BL_EXIT_USAGE, _ ("%s is there twice."), code);
      if (failed != BL_EXIT_DONE)
        {
          *question->exit = failed;
          return NULL;
        }
      bl_peer_choice_take (choice, code, name);
    }
  return words[0] != NULL ? g_steal_pointer (&choice) : NULL;
}

/* A fact that comes with the program, one of the project's, or an indicator. */
static int
find_variable (const Question *question, BlPeerFacts *facts, const char *word)
{
  BlDictionary *dictionary = bl_base_figures_get_dictionary (question->figures);
  int at = bl_peer_facts_find_variable (facts, word);
  BlIndicator *own = NULL, *indicator = NULL;
  g_autoptr (BlIndicator) copy = NULL;
  g_autoptr (GString) known = g_string_new (NULL);
  guint matches;

  if (at >= 0)
    return at;
  own = bl_command_find_own_indicator (question->project, word, &matches);
  if (own == NULL && bl_dictionary_find_indicator (dictionary, word) != NULL)
    copy = bl_dictionary_copy_indicator (dictionary, word);
  indicator = own != NULL ? own : copy;
  if (indicator != NULL && !bl_peers_is_total (indicator))
    at = bl_peer_facts_add_indicator (facts, question->figures, indicator);
  if (at >= 0)
    return at;
  for (guint i = 0; i < facts->variables->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ((BlPeerVariable *) g_ptr_array_index (facts->variables, i))->id);
  if (indicator != NULL && bl_peers_is_total (indicator))
    *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("“%s” is a total, and authorities are of different size."), word);
  else if (indicator != NULL)
    *question->exit = bl_command_fail (BL_EXIT_FAULTY, _ ("The project has no figures of “%s” of any authority."), word);
  else
    *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("There is no figure “%1$s” about all authorities. There are: %2$s; and indicators "
                                                        "of the dictionary."), word, known->str);
  return -1;
}

/* "deprivation,density", or with how many before: "20:deprivation,density". */
static BlPeerChoice *
read_computed (const Question *question, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlReference) reference = bl_reference_new (&error);
  g_autoptr (BlPeerFacts) facts = reference != NULL ? bl_peer_reference_new (reference, &error) : NULL;
  g_autoptr (GArray) variables = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) words = NULL;
  const char *colon = strchr (text, ':');
  g_autofree char *number = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  guint64 wanted = BL_PEERS_USUAL;
  BlPeerChoice *choice;

  if (facts == NULL)
    {
      *question->exit = bl_command_fail_error (error, NULL);
      return NULL;
    }
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 1, G_MAXUINT, &wanted, NULL))
    {
      *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("“computed:” wants a number from 1 on before its second colon, not “%s”."), number);
      return NULL;
    }
  bl_peer_facts_add_people (facts, question->figures);
  words = g_strsplit (colon != NULL ? colon + 1 : text, ",", -1);
  if (words[0] == NULL)
    {
      find_variable (question, facts, "");
      return NULL;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      int at = find_variable (question, facts, g_strstrip (words[i]));
      guint variable = (guint) at;

      if (at < 0)
        return NULL;
      for (guint k = 0; k < variables->len; k++)
        if (g_array_index (variables, guint, k) == variable)
          {
            *question->exit = bl_command_fail (BL_EXIT_USAGE, _ ("%s is there twice."), words[i]);
            return NULL;
          }
      g_array_append_val (variables, variable);
    }
  choice = bl_peer_choice_new_computed (question->project, facts, (const guint *) (gpointer) variables->data, variables->len, (guint) wanted);
  if (choice == NULL)
    *question->exit = bl_command_fail (BL_EXIT_FAULTY, _ ("None of these figures is known of the project’s own authority."));
  return choice;
}

BlPeerChoice *
bl_peers_option_read (const char *with, BlBaseFigures *figures, BlExit *exit)
{
  Question question = { figures, bl_base_figures_get_project (figures), exit };
  BlService *service = bl_project_get_service (question.project);
  BlPeerChoice *choice;

  if (service == NULL || bl_record_get_text (BL_RECORD (service), "code") == NULL)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY, _ ("The project does not say which authority its service is of: it has no code."));
      return NULL;
    }
  if (with == NULL || g_str_equal (with, "neighbours"))
    return read_neighbours (&question, NULL);
  if (g_str_has_prefix (with, "neighbours:"))
    return read_neighbours (&question, with + strlen ("neighbours:"));
  if (g_str_has_prefix (with, "computed:"))
    return read_computed (&question, with + strlen ("computed:"));
  if (!g_str_equal (with, "own"))
    return read_codes (&question, g_str_has_prefix (with, "list:") ? with + strlen ("list:") : with);
  choice = bl_peer_choice_new_own (question.project);
  if (choice == NULL)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _ ("The project has no list of its own of authorities to compare with."));
  return choice;
}

gboolean
bl_peers_option_period (const char *text, BlIndicator *indicator, BlPeriod *period, BlExit *exit)
{
  g_autoptr (GError) error = NULL;
  BlPeriodKind kinds[8];

  *period = (BlPeriod){ 0 };
  if (text == NULL)
    return TRUE;
  bl_indicator_get_periods (indicator, kinds);
  if (bl_period_parse (text, kinds[0], period, &error))
    return TRUE;
  *exit = bl_command_fail (BL_EXIT_USAGE, "%s", error->message);
  return FALSE;
}
