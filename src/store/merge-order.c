/* merge-order.c: two orders of one list put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-order.h"

static GHashTable *
set_of (GPtrArray *ids)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, ids->pdata[i]);
  return set;
}

static GPtrArray *
restrict_to (GPtrArray *ids, GHashTable *a, GHashTable *b)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (a, ids->pdata[i]) && g_hash_table_contains (b, ids->pdata[i]))
      g_ptr_array_add (kept, ids->pdata[i]);
  return kept;
}

static gboolean
same_order (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What a side added, by what it stands behind ("" for the beginning). */
static GHashTable *
runs_of (GPtrArray *ids, GHashTable *core)
{
  GHashTable *runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  const char *anchor = "";

  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *run;

      if (g_hash_table_contains (core, ids->pdata[i]))
        {
          anchor = ids->pdata[i];
          continue;
        }
      run = g_hash_table_lookup (runs, anchor);
      if (run == NULL)
        {
          run = g_ptr_array_new ();
          g_hash_table_insert (runs, (gpointer) anchor, run);
        }
      g_ptr_array_add (run, ids->pdata[i]);
    }
  return runs;
}

static void
append_run (GPtrArray *out, GPtrArray *run, GHashTable *seen)
{
  for (guint i = 0; run != NULL && i < run->len; i++)
    if (g_hash_table_add (seen, run->pdata[i]))
      g_ptr_array_add (out, run->pdata[i]);
}

static void
append_runs (GPtrArray *out, GHashTable *ours, GHashTable *theirs, const char *anchor, GHashTable *seen)
{
  GPtrArray *a = g_hash_table_lookup (ours, anchor);
  GPtrArray *b = g_hash_table_lookup (theirs, anchor);
  gboolean ours_first = a == NULL || b == NULL || g_strcmp0 (a->pdata[0], b->pdata[0]) <= 0;

  append_run (out, ours_first ? a : b, seen);
  append_run (out, ours_first ? b : a, seen);
}

GPtrArray *
bl_merge_order (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs, gboolean *clash)
{
  g_autoptr (GHashTable) in_base = set_of (base), in_ours = set_of (ours), in_theirs = set_of (theirs);
  g_autoptr (GPtrArray) core_base = restrict_to (base, in_ours, in_theirs);
  g_autoptr (GPtrArray) core_ours = restrict_to (ours, in_base, in_theirs);
  g_autoptr (GPtrArray) core_theirs = restrict_to (theirs, in_base, in_ours);
  g_autoptr (GHashTable) core_set = set_of (core_base);
  GPtrArray *core = same_order (core_ours, core_base) ? core_theirs : core_ours;
  g_autoptr (GHashTable) ours_runs = runs_of (ours, core_set), theirs_runs = runs_of (theirs, core_set);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *out = g_ptr_array_new ();

  *clash = !same_order (core_ours, core_base) && !same_order (core_theirs, core_base)
           && !same_order (core_ours, core_theirs);
  append_runs (out, ours_runs, theirs_runs, "", seen);
  for (guint i = 0; i < core->len; i++)
    {
      if (g_hash_table_add (seen, core->pdata[i]))
        g_ptr_array_add (out, core->pdata[i]);
      append_runs (out, ours_runs, theirs_runs, core->pdata[i], seen);
    }
  return out;
}
