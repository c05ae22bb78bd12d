/* replay.c: a fuzz target as a test: its corpus, and a bounded number of changed inputs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <stdlib.h>

#ifndef BL_FUZZ_NAME
#error "the build gives the name of the target"
#endif

#define MAX_SIZE 16384

static GPtrArray *corpus; /* of GBytes */
static GRand *dice;       /* the same throws each time: a test is not a lottery */

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", BL_FUZZ_NAME, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) error = NULL;
      char *text;
      gsize length;

      g_file_get_contents (names->pdata[i], &text, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (corpus, g_bytes_new_take (text, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);
}

/* So that the sanitizers see a read past the end, each input lies in memory of just its size. */
static void
give (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *) "", size);
}

static void
test_corpus (void)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (corpus->pdata[i], &size);

      give (data, size);
    }
}

/* One to six changes: a byte, a bit, a cut, a part copied, a part of another input. */
static void
change (GByteArray *bytes)
{
  for (gint n = g_rand_int_range (dice, 1, 7); n > 0 && bytes->len > 1; n--)
    {
      guint at = g_rand_int_range (dice, 0, bytes->len), length = g_rand_int_range (dice, 1, 32);
      gsize size;
      const guint8 *other = g_bytes_get_data (corpus->pdata[g_rand_int_range (dice, 0, corpus->len)], &size);

      switch (g_rand_int_range (dice, 0, 6))
        {
        case 0:
          bytes->data[at] = g_rand_int_range (dice, 0, 256);
          break;
        case 1:
          bytes->data[at] ^= 1 << g_rand_int_range (dice, 0, 8);
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, MIN (length, bytes->len - at));
          break;
        case 3:
          {
            g_autofree guint8 *part = g_memdup2 (bytes->data + at, MIN (length, bytes->len - at));

            length = MIN (length, bytes->len - at);
            memcpy (bytes->data + g_rand_int_range (dice, 0, bytes->len - length + 1), part, length);
            break;
          }
        case 4:
          if (size > 1)
            {
              guint from = g_rand_int_range (dice, 0, size);
              gsize rest = MIN (MIN (length, size - from), bytes->len - at);

              memcpy (bytes->data + at, other + from, rest);
            }
          break;
        default:
          {
            g_autofree guint8 *part = g_memdup2 (bytes->data + at, MIN (length, bytes->len - at));

            g_byte_array_append (bytes, part, MIN (length, bytes->len - at));
          }
        }
    }
}

static void
test_changed (void)
{
  /* Other ones with BRANCHLINE_FUZZ_SEED, more with BRANCHLINE_FUZZ_ROUNDS; the time is the bound on a slow machine. */
  const char *wanted = g_getenv ("BRANCHLINE_FUZZ_ROUNDS");
  guint rounds = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : BL_FUZZ_ROUNDS, round;
  const char *seed = g_getenv ("BRANCHLINE_FUZZ_SEED");
  double seconds = wanted != NULL ? 1e9 : 3;

  dice = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 20261124);
  g_test_timer_start ();
  for (round = 0; round < rounds && g_test_timer_elapsed () < seconds; round++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (corpus->pdata[g_rand_int_range (dice, 0, corpus->len)], &size);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, size);
      change (bytes);
      give (bytes->data, MIN (bytes->len, MAX_SIZE));
    }
  g_test_message ("%u changed inputs", round);
  g_clear_pointer (&dice, g_rand_free);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  read_corpus ();
  g_test_add_func ("/fuzz/" BL_FUZZ_NAME "/corpus", test_corpus);
  g_test_add_func ("/fuzz/" BL_FUZZ_NAME "/changed", test_changed);
  status = g_test_run ();
  g_ptr_array_unref (corpus);
  return status;
}
