/* service-rows.c: which rows of a file are a service's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "service-rows.h"

#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEAREST_NAMES 5

typedef struct
{
  const char *name; /* of the sheet */
  char *folded;
  guint distance;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;

  return left->distance != right->distance ? (left->distance < right->distance ? -1 : 1)
                                           : strcmp (left->folded, right->folded);
}

static void
candidate_clear (Candidate *candidate)
{
  g_free (candidate->folded);
}

/* Every name of a service in @column, once. */
static GArray *
list_names (BlImportPlan *plan, int column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (names, (GDestroyNotify) candidate_clear);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      const char *cell = bl_sheet_get_cell (plan->sheet, r, column);
      Candidate candidate = { cell, NULL, 0 };

      if (*cell == '\0' || !g_hash_table_add (seen, (gpointer) cell))
        continue;
      candidate.folded = bl_text_fold (cell);
      g_array_append_val (names, candidate);
    }
  return names;
}

static void
set_no_match_error (BlImportPlan *plan, int column, const char *wanted, GError **error)
{
  g_autoptr (GArray) names = list_names (plan, column);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *folded = bl_text_fold (wanted);

  for (guint i = 0; i < names->len; i++)
    {
      Candidate *candidate = &g_array_index (names, Candidate, i);
      gsize length = strlen (folded);
      /* A name that holds what was typed, or starts like it, is nearer than one of its length. */
      g_autofree char *head = g_strndup (candidate->folded, length);
      guint whole = bl_text_distance (folded, candidate->folded), start = bl_text_distance (folded, head) + 1;

      candidate->distance = length > 0 && strstr (candidate->folded, folded) != NULL ? 0 : MIN (whole, start) + 1;
    }
  g_array_sort (names, compare_candidates);
  for (guint i = 0; i < MIN (names->len, NEAREST_NAMES); i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", g_array_index (names, Candidate, i).name);
  g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
               _ ("“%s” has no row of “%s”: the nearest names in it are %s"), plan->file, wanted, list->str);
}

/* Marks the rows whose @column is @wanted. */
static guint
mark_rows (BlImportPlan *plan, int column, const char *wanted, BlServiceRows *rows)
{
  g_autofree char *folded = bl_text_fold (wanted);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  if (column < 0 || *folded == '\0')
    return 0;
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      const char *cell = bl_sheet_get_cell (plan->sheet, r, column);
      gpointer same = NULL;

      /* Few names, many rows: each is folded once. */
      if (!g_hash_table_lookup_extended (answers, cell, NULL, &same))
        {
          g_autofree char *name = bl_text_fold (cell);
          same = GINT_TO_POINTER (g_str_equal (name, folded));
          g_hash_table_insert (answers, (gpointer) cell, same);
        }
      if (GPOINTER_TO_INT (same) && !rows->ours[r])
        {
          rows->ours[r] = TRUE;
          rows->n_ours++;
        }
    }
  return rows->n_ours;
}

/* "Somerset" is "Somerset Council" in tables that no list of services is in: there old and new councils of a name differ. */
static guint
mark_short_names (BlImportPlan *plan, int column, const char *wanted, BlServiceRows *rows)
{
  g_autofree char *short_name = bl_service_short_name (wanted), *folded = bl_text_fold (short_name);
  g_autoptr (GArray) names = column >= 0 && plan->kind != BL_IMPORT_LIBRARIES ? list_names (plan, column) : NULL;

  for (guint i = 0; names != NULL && *folded != '\0' && i < names->len; i++)
    {
      g_autofree char *shorter = bl_service_short_name (g_array_index (names, Candidate, i).name);
      g_autofree char *other = bl_text_fold (shorter);

      if (g_str_equal (other, folded))
        mark_rows (plan, column, g_array_index (names, Candidate, i).name, rows);
    }
  return rows->n_ours;
}

/* What the first of our rows says in @column. */
static char *
first_of_ours (BlImportPlan *plan, int column, const BlServiceRows *rows)
{
  for (guint r = 0; column >= 0 && r < bl_sheet_get_n_rows (plan->sheet); r++)
    if (rows->ours[r])
      {
        char *text = bl_text_clean (bl_sheet_get_cell (plan->sheet, r, column));
        if (text != NULL)
          return text;
      }
  return NULL;
}

static char *
others_of_ours (BlImportPlan *plan, int column, const BlServiceRows *rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list;

  for (guint r = 0; column >= 0 && r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      char *text = rows->ours[r] ? bl_text_clean (bl_sheet_get_cell (plan->sheet, r, column)) : NULL;
      if (text != NULL && !g_ptr_array_find_with_equal_func (names, text, g_str_equal, NULL))
        g_ptr_array_add (names, text);
      else
        g_free (text);
    }
  if (names->len == 0)
    return NULL;
  list = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", (char *) g_ptr_array_index (names, i));
  return g_string_free (list, FALSE);
}

/* A project that has no service takes that of a file that has only one. */
static gboolean
take_only_service (BlImportPlan *plan, int column, BlServiceRows *rows, GError **error)
{
  g_autoptr (GArray) names = column >= 0 ? list_names (plan, column) : NULL;
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; names != NULL && i < names->len; i++)
    g_hash_table_add (distinct, g_array_index (names, Candidate, i).folded);
  if (g_hash_table_size (distinct) > 1)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_OPTION,
                   _ ("“%s” holds %u library services: say which one the project is about"), plan->file,
                   g_hash_table_size (distinct));
      return FALSE;
    }
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    rows->ours[r] = TRUE;
  rows->n_ours = bl_sheet_get_n_rows (plan->sheet);
  return TRUE;
}

BlServiceRows *
bl_service_rows_find (BlImportPlan *plan, int name_column, int code_column, int other_column, GError **error)
{
  const BlImportSnapshot *snapshot = plan->snapshot;
  g_autoptr (BlServiceRows) rows = g_new0 (BlServiceRows, 1);
  /* What a project without a service was told counts as its name and its code. */
  const char *said = snapshot->has_service ? NULL : plan->options.service;
  const char *name = snapshot->has_service ? snapshot->service_name : said;
  const char *code = snapshot->service_code != NULL ? snapshot->service_code : name;

  rows->ours = g_new0 (gboolean, bl_sheet_get_n_rows (plan->sheet) + 1);
  if (name_column < 0 && code_column < 0)
    {
      for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
        rows->ours[r] = TRUE;
      rows->n_ours = bl_sheet_get_n_rows (plan->sheet);
      return g_steal_pointer (&rows);
    }
  if (name == NULL && code == NULL)
    {
      if (!take_only_service (plan, name_column >= 0 ? name_column : code_column, rows, error))
        return NULL;
    }
  else if (mark_rows (plan, code_column, code, rows) == 0 && mark_rows (plan, name_column, code, rows) == 0
           && mark_rows (plan, name_column, name, rows) == 0)
    {
      for (guint i = 0; snapshot->other_names != NULL && snapshot->other_names[i] != NULL; i++)
        mark_rows (plan, name_column, snapshot->other_names[i], rows);
      if (rows->n_ours == 0 && mark_short_names (plan, name_column, name != NULL ? name : code, rows) == 0)
        {
          set_no_match_error (plan, name_column >= 0 ? name_column : code_column, name != NULL ? name : code, error);
          return NULL;
        }
    }
  rows->name = first_of_ours (plan, name_column, rows);
  rows->code = first_of_ours (plan, code_column, rows);
  rows->other_names = others_of_ours (plan, other_column, rows);
  return g_steal_pointer (&rows);
}

void
bl_service_rows_free (BlServiceRows *rows)
{
  if (rows == NULL)
    return;
  g_free (rows->ours);
  g_free (rows->name);
  g_free (rows->code);
  g_free (rows->other_names);
  g_free (rows);
}

char *
bl_service_short_name (const char *name)
{
  static const char *const tails[]
      = { " council", " corporation", " metropolitan borough", " metropolitan district", " borough", " county", " city" };
  static const char *const heads[]
      = { "london borough of ", "royal borough of ", "city of ", "council of the " };
  g_autofree char *shorter = bl_text_clean (name != NULL ? name : "");

  for (guint i = 0; shorter != NULL && i < G_N_ELEMENTS (tails); i++)
    {
      gsize length = strlen (shorter), tail = strlen (tails[i]);
      if (length > tail && g_ascii_strcasecmp (shorter + length - tail, tails[i]) == 0)
        shorter[length - tail] = '\0';
    }
  for (guint i = 0; shorter != NULL && i < G_N_ELEMENTS (heads); i++)
    if (g_ascii_strncasecmp (shorter, heads[i], strlen (heads[i])) == 0 && shorter[strlen (heads[i])] != '\0')
      return g_strdup (shorter + strlen (heads[i]));
  return shorter != NULL ? g_steal_pointer (&shorter) : g_strdup ("");
}
