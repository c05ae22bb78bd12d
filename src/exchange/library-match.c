/* library-match.c: which library of the project a name in a file means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-match.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name that is this near to another may be a slip of the pen; shorter names are too like each other. */
#define SLIP 2
#define SLIP_LENGTH 7

/* A name of the file that is no library's. */
typedef struct
{
  char *name;
  guint row, n_rows; /* the first */
  int found;         /* what it was taken for, or NONE or TWO */
  int like;          /* the one library whose name is like it, or NONE */
} Stranger;

struct _BlLibraryMatch
{
  BlImportPlan *plan;
  GHashTable *known;     /* folded name, id, UPRN → index + 1; 0 for two */
  GHashTable *strangers; /* folded name → Stranger */
  GPtrArray *in_order;   /* of Stranger, not owned */
  char **folded;         /* names of the libraries */
  const char *field;
};

static void
stranger_free (Stranger *stranger)
{
  g_free (stranger->name);
  g_free (stranger);
}

/* Takes @text. */
static void
add_known (BlLibraryMatch *match, char *text, guint index)
{
  gpointer had;

  if (g_hash_table_lookup_extended (match->known, text, NULL, &had) && GPOINTER_TO_UINT (had) != index + 1)
    g_hash_table_replace (match->known, text, GUINT_TO_POINTER (0));
  else
    g_hash_table_replace (match->known, text, GUINT_TO_POINTER (index + 1));
}

int
bl_library_match_look (BlLibraryMatch *match, const char *text)
{
  g_autofree char *clean = bl_text_clean (text), *folded = bl_text_fold_library_name (text);
  gpointer at;

  if (clean != NULL
      && (g_hash_table_lookup_extended (match->known, clean, NULL, &at)
          || g_hash_table_lookup_extended (match->known, folded, NULL, &at)))
    return GPOINTER_TO_UINT (at) == 0 ? BL_LIBRARY_MATCH_TWO : (int) GPOINTER_TO_UINT (at) - 1;
  return BL_LIBRARY_MATCH_NONE;
}

/* "Fawdon=Fawdon Partnership Library". */
static gboolean
take_said (BlLibraryMatch *match, GError **error)
{
  char *const *said = match->plan->options.libraries;

  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    {
      const char *equals = strchr (said[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (said[i], equals - said[i]) : NULL;
      g_autofree char *clean = bl_text_clean (name);
      int found;

      if (clean == NULL || equals[1] == '\0')
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       _ ("“%s” does not say a name and a library: write it as NAME=LIBRARY"), said[i]);
          return FALSE;
        }
      found = bl_library_match_look (match, equals + 1);
      if (found < 0)
        {
          g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                       found == BL_LIBRARY_MATCH_TWO ? _ ("Two libraries of the project are called “%s”: give the id of one")
                                                     : _ ("No library of the project is called “%s”"),
                       equals + 1);
          return FALSE;
        }
      g_hash_table_replace (match->known, bl_text_fold_library_name (clean), GINT_TO_POINTER (found + 1));
    }
  return TRUE;
}

BlLibraryMatch *
bl_library_match_new (BlImportPlan *plan, GError **error)
{
  g_autoptr (BlLibraryMatch) match = g_new0 (BlLibraryMatch, 1);
  GPtrArray *libraries = plan->snapshot->libraries;

  match->plan = plan;
  match->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  match->strangers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stranger_free);
  match->in_order = g_ptr_array_new ();
  match->folded = g_new0 (char *, libraries->len + 1);
  for (guint i = 0; i < libraries->len; i++)
    {
      const BlKnownLibrary *library = g_ptr_array_index (libraries, i);

      match->folded[i] = bl_text_fold_library_name (library->fields[BL_LIBRARY_NAME]);
      if (match->folded[i][0] != '\0')
        add_known (match, g_strdup (match->folded[i]), i);
      add_known (match, g_strdup (library->id), i);
      if (library->fields[BL_LIBRARY_UPRN] != NULL)
        add_known (match, g_strdup (library->fields[BL_LIBRARY_UPRN]), i);
    }
  return take_said (match, error) ? g_steal_pointer (&match) : NULL;
}

void
bl_library_match_free (BlLibraryMatch *match)
{
  if (match == NULL)
    return;
  g_hash_table_unref (match->known);
  g_hash_table_unref (match->strangers);
  g_ptr_array_unref (match->in_order);
  g_strfreev (match->folded);
  g_free (match);
}

/* Whether one of two folded names is the other with words behind it. */
static gboolean
begins_with_words (const char *text, const char *start)
{
  gsize length = strlen (start);

  return length > 2 && strncmp (text, start, length) == 0 && text[length] != '\0' && strchr (" ,-:(", text[length]) != NULL;
}

/* The mobile library of a place is not the library of the place. */
static gboolean
both_or_neither_mobile (const char *one, const char *other)
{
  return (strstr (one, "mobile") != NULL) == (strstr (other, "mobile") != NULL);
}

/* The one library whose name is like @name. */
static int
find_like (const BlLibraryMatch *match, const char *name)
{
  int like = BL_LIBRARY_MATCH_NONE;

  for (guint i = 0; i < match->plan->snapshot->libraries->len; i++)
    {
      const char *other = match->folded[i];

      if (both_or_neither_mobile (name, other)
          && (begins_with_words (other, name) || begins_with_words (name, other)
              || (strlen (name) >= SLIP_LENGTH && strlen (other) >= SLIP_LENGTH && bl_text_distance (name, other) <= SLIP)))
        {
          if (like != BL_LIBRARY_MATCH_NONE)
            return BL_LIBRARY_MATCH_NONE;
          like = (int) i;
        }
    }
  return like;
}

static int
meet_stranger (BlLibraryMatch *match, guint row, const char *field, const char *text, int found)
{
  g_autofree char *folded = bl_text_fold_library_name (text);
  Stranger *stranger = g_hash_table_lookup (match->strangers, folded);

  if (stranger == NULL)
    {
      stranger = g_new0 (Stranger, 1);
      stranger->name = bl_text_clean (text);
      stranger->row = row;
      stranger->found = found;
      stranger->like = found == BL_LIBRARY_MATCH_NONE ? find_like (match, folded) : BL_LIBRARY_MATCH_NONE;
      if (stranger->like >= 0)
        {
          const BlKnownLibrary *library = g_ptr_array_index (match->plan->snapshot->libraries, stranger->like);
          const char *name = library->fields[BL_LIBRARY_NAME];
          g_autofree char *reason
              = g_strdup_printf (_ ("No library is called “%s”; “%s” is called nearly so"), stranger->name, name);
          g_autofree char *remedy = g_strdup_printf (_ ("Take it for “%s”"), name);

          if (bl_import_plan_offer (match->plan, row, stranger->name, field, reason, remedy))
            stranger->found = stranger->like;
        }
      g_hash_table_insert (match->strangers, g_steal_pointer (&folded), stranger);
      g_ptr_array_add (match->in_order, stranger);
    }
  stranger->n_rows++;
  return stranger->found;
}

int
bl_library_match_find (BlLibraryMatch *match, guint row, const char *field, const char *text)
{
  int found = bl_library_match_look (match, text);

  match->field = field;
  return found < 0 ? meet_stranger (match, row, field, text, found) : found;
}

void
bl_library_match_warn (BlLibraryMatch *match, const char *fate)
{
  for (guint i = 0; i < match->in_order->len; i++)
    {
      const Stranger *stranger = g_ptr_array_index (match->in_order, i);
      guint number = bl_sheet_get_row_number (match->plan->sheet, stranger->row);
      g_autofree char *rows
          = g_strdup_printf (ngettext ("%u row", "%u rows", stranger->n_rows), stranger->n_rows);

      if (stranger->found >= 0)
        continue;
      if (stranger->found == BL_LIBRARY_MATCH_TWO)
        bl_import_report_warn (match->plan->report, number, match->field,
                               _ ("“%s” (%s) is the name of two libraries of the project, %s: give the id of one"), stranger->name,
                               rows, fate);
      else if (stranger->like >= 0)
        {
          const BlKnownLibrary *library = g_ptr_array_index (match->plan->snapshot->libraries, stranger->like);
          bl_import_report_warn (match->plan->report, number, match->field,
                                 _ ("“%s” (%s) is no library of the project, %s: say so if “%s” is meant"),
                                 stranger->name, rows, fate, library->fields[BL_LIBRARY_NAME]);
        }
      else
        bl_import_report_warn (match->plan->report, number, match->field,
                               _ ("“%s” (%s) is no library of the project, %s"), stranger->name, rows, fate);
    }
}
