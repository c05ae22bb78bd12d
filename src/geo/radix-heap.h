/* radix-heap.h: the least of many, for searches that never go back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BlRadixHeap: entries with whole-number keys, of which the least comes out
 * first, and none goes in that is less than the last that came out (Ahuja,
 * Mehlhorn, Orlin and Tarjan 1990). An entry lies in the bucket of the highest
 * bit in which its key differs from that last one, and can only come down: a
 * few steps through memory in order, where a heap of comparisons jumps about.
 */
#define BL_RADIX_BUCKETS 33
typedef struct
{
  guint32 key, value;
} BlRadixEntry;
typedef struct
{
  BlRadixEntry *entries;
  guint n, allocated;
} BlRadixBucket;
typedef struct
{
  BlRadixBucket buckets[BL_RADIX_BUCKETS];
  guint64 filled; /* bit b: bucket b holds something */
  guint32 last;
} BlRadixHeap;

static inline void
bl_radix_heap_push (BlRadixHeap *heap, guint32 key, guint32 value)
{
  guint b = key == heap->last ? 0 : g_bit_storage (key ^ heap->last);
  BlRadixBucket *bucket = heap->buckets + b;

  if (G_UNLIKELY (bucket->n == bucket->allocated))
    {
      bucket->allocated = MAX (2 * bucket->allocated, 64);
      bucket->entries = g_renew (BlRadixEntry, bucket->entries, bucket->allocated);
    }
  bucket->entries[bucket->n++] = (BlRadixEntry){ key, value };
  heap->filled |= G_GUINT64_CONSTANT (1) << b;
}

/* Brings what is least into bucket 0. The heap is not empty. */
static inline void
bl_radix_heap_come_down (BlRadixHeap *heap)
{
  guint b = (guint) g_bit_nth_lsf (heap->filled, -1);
  BlRadixBucket *bucket = heap->buckets + b;
  guint32 least = G_MAXUINT32;

  for (guint i = 0; i < bucket->n; i++)
    least = MIN (least, bucket->entries[i].key);
  heap->last = least;
  heap->filled &= ~(G_GUINT64_CONSTANT (1) << b);
  for (guint i = 0; i < bucket->n; i++) /* all into lower buckets */
    bl_radix_heap_push (heap, bucket->entries[i].key, bucket->entries[i].value);
  bucket->n = 0;
}

/* FALSE when there is nothing left; then it begins again at 0. */
static inline gboolean
bl_radix_heap_pop (BlRadixHeap *heap, BlRadixEntry *entry)
{
  BlRadixBucket *bucket = heap->buckets;

  if (G_UNLIKELY (heap->filled == 0))
    {
      heap->last = 0;
      return FALSE;
    }
  if (bucket->n == 0)
    bl_radix_heap_come_down (heap);
  *entry = bucket->entries[--bucket->n];
  if (bucket->n == 0)
    heap->filled &= ~G_GUINT64_CONSTANT (1);
  return TRUE;
}

static inline void
bl_radix_heap_clear (BlRadixHeap *heap)
{
  for (guint b = 0; b < BL_RADIX_BUCKETS; b++)
    g_free (heap->buckets[b].entries);
}

G_END_DECLS
