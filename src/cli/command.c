/* command.c: what every command of the command line shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "import-plan.h"
#include "layer.h"
#include "summary.h"
#include "text.h"
#include "version.h"

static gboolean wants_json;

gboolean
bl_command_wants_json (void)
{
  return wants_json;
}

/* --- Options -------------------------------------------------------------- */

gboolean
bl_command_parse (const BlCommand *command, const GOptionEntry *entries, char ***arguments, guint n_words)
{
  return bl_command_parse_between (command, entries, arguments, n_words, n_words);
}

gboolean
bl_command_parse_between (const BlCommand *command, const GOptionEntry *entries, char ***arguments, guint least,
                          guint most)
{
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, N_ ("Answer with one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strdup_printf ("branchline-cli %s", command->name);
  g_autofree char *details = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  details = command->details != NULL ? g_strdup_printf ("%s.\n\n%s", _(command->summary), _(command->details))
                                     : g_strdup_printf ("%s.", _(command->summary));
  g_option_context_set_summary (context, details);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      bl_command_fail (BL_EXIT_USAGE, _("%s. Try “branchline-cli %s --help”."), error->message, command->name);
      return FALSE;
    }
  n = g_strv_length (*arguments);
  /* "--" ends the options and is not a word. */
  for (guint i = 1; i < n; i++)
    if (g_str_equal ((*arguments)[i], "--"))
      {
        g_free ((*arguments)[i]);
        memmove (&(*arguments)[i], &(*arguments)[i + 1], (n - i) * sizeof (char *));
        n--;
        break;
      }
  if (n < least + 1 || n > most + 1)
    {
      bl_command_fail (BL_EXIT_USAGE, _("“%s” wants %s. Try “branchline-cli %s --help”."), command->name,
                       command->arguments != NULL ? command->arguments : _("nothing more"), command->name);
      return FALSE;
    }
  return TRUE;
}

/* --- Errors ---------------------------------------------------------------- */

/* What follows @name at the start of @line, NULL where it does not start with it. */
static const char *
after (const char *line, const char *name)
{
  return g_str_has_prefix (line, name) ? line + strlen (name) : NULL;
}

/* One line, whatever is in @message. The file stands first, whole and once: of "NAME:2: an open quote"
 * the place is kept, of "FILE could not be saved" and "“NAME” has no rows" what is said of it. */
static void
say (const char *file, const char *message)
{
  g_autofree char *line = g_strdup (message);
  g_autofree char *name = file != NULL ? g_path_get_basename (file) : NULL;
  const char *names[] = { file, name };

  g_strdelimit (line, "\r\n", ' ');
  g_strchomp (line);
  for (guint i = 0; file != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s” ", names[i]);
      g_autofree char *bare = g_strdup_printf ("%s ", names[i]);
      const char *place = after (line, names[i]);
      const char *rest = after (line, quoted);

      if (place != NULL && (*place == ':' || *place == '['))
        {
          fprintf (stderr, "branchline-cli: %s%s\n", file, place);
          return;
        }
      if (rest == NULL)
        rest = after (line, bare);
      if (rest != NULL)
        {
          fprintf (stderr, "branchline-cli: %s: %s\n", file, rest);
          return;
        }
    }
  fprintf (stderr, "branchline-cli: %s%s%s\n", file != NULL ? file : "", file != NULL ? ": " : "", line);
}

BlExit
bl_command_fail (BlExit exit, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  say (NULL, message);
  return exit;
}

static BlExit
exit_of (const GError *error)
{
  if (error->domain == BL_ANALYSIS_ERROR)
    return error->code == BL_ANALYSIS_ERROR_LACKS ? BL_EXIT_FAULTY : BL_EXIT_USAGE;
  if (error->domain == BL_EXCHANGE_ERROR)
    return error->code == BL_EXCHANGE_ERROR_CONTENT  ? BL_EXIT_FAULTY
           : error->code == BL_EXCHANGE_ERROR_OPTION ? BL_EXIT_USAGE
                                                     : BL_EXIT_FILE;
  if (error->domain == BL_GEO_ERROR)
    return error->code == BL_GEO_ERROR_CONTENT ? BL_EXIT_FAULTY
           : error->code == BL_GEO_ERROR_CRS   ? BL_EXIT_USAGE
                                               : BL_EXIT_FILE;
  if (error->domain == BL_REPORT_ERROR)
    return error->code == BL_REPORT_ERROR_LACKS  ? BL_EXIT_FAULTY
           : error->code == BL_REPORT_ERROR_KIND ? BL_EXIT_USAGE
                                                 : BL_EXIT_FILE;
  if (error->domain == BL_VERSION_ERROR)
    return error->code == BL_VERSION_ERROR_NAME ? BL_EXIT_USAGE : BL_EXIT_FAULTY;
  return BL_EXIT_FILE;
}

BlExit
bl_command_fail_error (const GError *error, const char *file)
{
  say (file, error->message);
  return exit_of (error);
}

void
bl_command_warn (const char *file, const char *message)
{
  say (file, message);
}

/* --- Projects --------------------------------------------------------------- */

static guint
count_serious (BlDocument *document)
{
  GPtrArray *faults = bl_document_get_faults (document);
  guint serious = 0;

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    serious += ((const BlFault *) g_ptr_array_index (faults, i))->severity == BL_SEVERITY_ERROR;
  return serious;
}

static BlDocument *
open_document (const char *path, BlExit *exit)
{
  g_autoptr (BlIds) ids = bl_ids_new ();
  g_autoptr (BlClock) clock = bl_clock_new ();
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_document_open_with (path, BL_OPEN_FAULTY, ids, clock, NULL, NULL, &error);

  if (document == NULL)
    *exit = bl_command_fail_error (error, path);
  return document;
}

BlDocument *
bl_command_open (const char *path, BlExit *exit)
{
  g_autoptr (BlDocument) document = open_document (path, exit);
  guint serious = document == NULL ? 0 : count_serious (document);

  if (serious > 0)
    {
      g_autofree char *message
          = g_strdup_printf (ngettext ("%u thing in it is not valid and was left out: see “branchline-cli check”.",
                                       "%u things in it are not valid and were left out: see “branchline-cli check”.",
                                       serious),
                             serious);

      bl_command_warn (path, message);
    }
  return g_steal_pointer (&document);
}

BlDocument *
bl_command_open_whole (const char *path, BlExit *exit)
{
  g_autoptr (BlDocument) document = open_document (path, exit);

  if (document != NULL && count_serious (document) > 0)
    {
      *exit = bl_command_fail (BL_EXIT_FAULTY,
                               _("%s: Not all of it can be read, so nothing was done: see “branchline-cli check”."),
                               path);
      return NULL;
    }
  return g_steal_pointer (&document);
}

gboolean
bl_command_sign (BlProject *project, const char *author)
{
  g_autofree char *clean = bl_text_clean (author);

  if (author != NULL && clean == NULL)
    {
      bl_command_fail (BL_EXIT_USAGE, _("--author wants a name; leave it out to sign nothing."));
      return FALSE;
    }
  bl_project_set_author (project, clean);
  return TRUE;
}

BlFacts *
bl_command_open_facts (const char *path, BlExit *exit)
{
  g_autoptr (BlDocument) document = bl_command_open (path, exit);

  return document != NULL ? bl_facts_new (bl_document_get_project (document)) : NULL;
}

BlExit
bl_command_save (BlDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (bl_document_save (document, path, &error))
    return BL_EXIT_DONE;
  return bl_command_fail_error (error, path);
}

int
bl_command_find_value (BlProject *project, const BlFacts *facts, const char *text, BlExit *exit)
{
  GListModel *values = bl_project_get_values (project);
  g_autofree char *folded = bl_text_fold (text);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  int found = -1;
  guint matches = 0;

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (BlRecord) value = g_list_model_get_item (values, i);
      const char *name = bl_record_get_text (value, "name");
      g_autofree char *title = bl_text_fold (bl_value_set_get_title (BL_VALUE_SET (value)));
      g_autofree char *own = bl_text_fold (name);

      if (g_strcmp0 (bl_record_get_id (value), text) == 0)
        return (int) i;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name != NULL ? name : "");
      if (!g_str_equal (own, folded) && !g_str_equal (title, folded))
        continue;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", bl_record_get_id (value));
      matches++;
      found = (int) i;
    }
  if (matches == 1)
    return found;
  if (matches > 1)
    *exit = bl_command_fail (BL_EXIT_USAGE, _("“%s” fits several values. Say which by its id: %s."), text, ids->str);
  else if (names->len == 0)
    *exit = bl_command_fail (BL_EXIT_FAULTY, _("The project has no values yet: import some."));
  else
    *exit = bl_command_fail (BL_EXIT_USAGE, _("The project has no value “%s”. It has: %s."), text, names->str);
  return -1;
}
