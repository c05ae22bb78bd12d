/* bench-document.c: a national project is opened and saved nearly as fast as libxml2 alone could
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

#include "document.h"
#include "large-project.h"
#include "record-xml.h"

#define ROUNDS 7
#define MAX_OPEN_RATIO 2.0
#define MAX_MEMORY_RATIO 3.0
#define MAX_WRITE_RATIO 2.0
#define MAX_HOLD_MS 8.0

#define X(text) ((const xmlChar *) (text))

static gboolean failed;

static void
report (const char *what, double measured, double bound)
{
  gboolean good = measured <= bound;

  g_print ("%-52s %7.2f (at most %.1f)%s\n", what, measured, bound, good ? "" : " FAILED");
  failed |= !good;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static double
seconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e6;
}

/* --- In a process of their own: time and memory from a fresh start --------- */

/* The most memory this process has had, in bytes. */
static double
most_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmHWM:");
  return line == NULL ? 0 : g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024;
}

static void
open_document (const char *path)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (GError) error = NULL;
  BlDocument *document = bl_document_open (path, ids, clock, NULL, &error);
  BlProject *project;
  const BlOutlines *outlines;

  g_assert_no_error (error);
  project = bl_document_get_project (document);
  outlines = bl_table_get_outlines (bl_record_get_table (BL_RECORD (bl_project_get_areas (project)), "outlines"));
  g_assert_cmpuint (outlines->n_rows, ==, BL_LARGE_AREAS);
  g_assert_cmpuint (g_list_model_get_n_items (bl_project_get_libraries (project)), ==, BL_LARGE_LIBRARIES);
  g_assert_cmpuint (bl_document_get_faults (document)->len, ==, 0);
  /* Not freed: the process ends, and it is not what is measured. */
}

static void
read_bare (const char *path)
{
  xmlTextReaderPtr reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  int more;

  while ((more = xmlTextReaderRead (reader)) == 1)
    ;
  g_assert_cmpint (more, ==, 0);
  xmlFreeTextReader (reader);
}

static int
run_child (const char *what, const char *path)
{
  double before;
  gint64 start;

  bl_project_register_kinds ();
  xmlInitParser ();
  before = most_memory ();
  start = g_get_monotonic_time ();
  if (g_str_equal (what, "open"))
    open_document (path);
  else
    read_bare (path);
  g_print ("%.6f %.0f\n", seconds_since (start), most_memory () - before);
  return 0;
}

static void
measure (const char *program, const char *what, const char *path, double *seconds, double *bytes)
{
  const char *const words[] = { program, what, path, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  char *end;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  *seconds = g_ascii_strtod (out, &end);
  *bytes = g_ascii_strtod (end, NULL);
}

static void
bench_opening (const char *program, const char *path, double size)
{
  double ours[ROUNDS], bare[ROUNDS], ratios[ROUNDS], memory[ROUNDS], bare_memory[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      measure (program, "bare", path, &bare[i], &bare_memory[i]);
      measure (program, "open", path, &ours[i], &memory[i]);
      ratios[i] = ours[i] / bare[i];
    }
  g_print ("opened in %.0f ms; libxml2's reader alone %.0f ms\n", 1000 * median (ours, ROUNDS),
           1000 * median (bare, ROUNDS));
  report ("opening, times the reader alone", median (ratios, ROUNDS), MAX_OPEN_RATIO);
  g_print ("most memory %.1f MB; the reader alone %.1f MB\n", median (memory, ROUNDS) / 1e6,
           median (bare_memory, ROUNDS) / 1e6);
  report ("memory while opening, times the file", median (memory, ROUNDS) / size, MAX_MEMORY_RATIO);
}

/* --- Writing: the same elements through libxml2 ---------------------------- */

typedef struct
{
  int type; /* of the reader's node */
  char *name, *value;
} Piece;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_free (piece->name);
  g_free (piece->value);
}

static void
add_piece (GArray *pieces, xmlTextReaderPtr reader, int type)
{
  Piece piece = { type, g_strdup ((const char *) xmlTextReaderConstName (reader)),
                  g_strdup ((const char *) xmlTextReaderConstValue (reader)) };

  g_array_append_val (pieces, piece);
}

static GArray *
take_to_pieces (GBytes *bytes)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  gsize length;
  const char *xml = g_bytes_get_data (bytes, &length);
  xmlTextReaderPtr reader = xmlReaderForMemory (xml, (int) length, NULL, "UTF-8", XML_PARSE_NONET);

  g_array_set_clear_func (pieces, clear_piece);
  while (xmlTextReaderRead (reader) == 1)
    {
      int type = xmlTextReaderNodeType (reader);

      if (type == XML_READER_TYPE_ELEMENT)
        {
          gboolean empty = xmlTextReaderIsEmptyElement (reader);

          add_piece (pieces, reader, type);
          while (xmlTextReaderMoveToNextAttribute (reader) == 1)
            add_piece (pieces, reader, XML_READER_TYPE_ATTRIBUTE);
          xmlTextReaderMoveToElement (reader);
          if (empty)
            add_piece (pieces, reader, XML_READER_TYPE_END_ELEMENT);
        }
      else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_END_ELEMENT)
        add_piece (pieces, reader, type);
    }
  xmlFreeTextReader (reader);
  return pieces;
}

static void
write_pieces (GArray *pieces, const char *path)
{
  xmlTextWriterPtr writer = xmlNewTextWriterFilename (path, 0);

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, X (" "));
  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->type == XML_READER_TYPE_ELEMENT)
        xmlTextWriterStartElement (writer, X (piece->name));
      else if (piece->type == XML_READER_TYPE_ATTRIBUTE)
        xmlTextWriterWriteAttribute (writer, X (piece->name), X (piece->value));
      else if (piece->type == XML_READER_TYPE_TEXT)
        xmlTextWriterWriteString (writer, X (piece->value));
      else
        xmlTextWriterEndElement (writer);
    }
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
}

static void
write_ours (BlProject *project, const char *path)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
bench_writing (BlProject *project, const char *path, const char *other)
{
  g_autoptr (GBytes) bytes = bl_record_write (BL_RECORD (project), BL_PROJECT_VERSION);
  g_autoptr (GArray) pieces = take_to_pieces (bytes);
  g_autofree char *same = NULL;
  gsize length;
  double ours[ROUNDS], theirs[ROUNDS], ratios[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      write_pieces (pieces, other);
      theirs[i] = seconds_since (start);
      start = g_get_monotonic_time ();
      write_ours (project, path);
      ours[i] = seconds_since (start);
      ratios[i] = ours[i] / theirs[i];
    }
  g_assert_true (g_file_get_contents (other, &same, &length, NULL));
  g_assert_cmpmem (same, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_print ("written in %.0f ms; the same elements through libxml2's writer %.0f ms\n", 1000 * median (ours, ROUNDS),
           1000 * median (theirs, ROUNDS));
  report ("writing, times the writer alone", median (ratios, ROUNDS), MAX_WRITE_RATIO);
}

/* --- Saving ----------------------------------------------------------------- */

static void
edit (BlProject *project, guint number)
{
  g_autoptr (BlRecord) library = g_list_model_get_item (bl_project_get_libraries (project), 0);

  bl_project_begin (project, "Edit");
  bl_record_set_integer (library, "opened", 1900 + number);
  bl_project_commit (project);
}

/* All that makes it safe: backup, sync, reading back, checksums. */
static void
bench_saving (BlProject *project, const char *path)
{
  g_autoptr (BlDocument) document = bl_document_new (project);
  g_autoptr (GError) error = NULL;
  double seconds[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start;

      edit (project, i);
      start = g_get_monotonic_time ();
      bl_document_save (document, path, &error);
      seconds[i] = seconds_since (start);
      g_assert_no_error (error);
    }
  g_print ("saved with backup, sync and reading back in %.0f ms\n", 1000 * median (seconds, ROUNDS));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  bl_document_save_finish (BL_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* How long the main loop is held at a stretch, at most, in milliseconds. */
static double
hold_of_saving (BlDocument *document, const char *path)
{
  gboolean saved = FALSE;
  gint64 start = g_get_monotonic_time ();
  double longest;

  bl_document_save_async (document, path, on_saved, &saved);
  longest = seconds_since (start);
  while (!saved)
    {
      if (!g_main_context_pending (NULL))
        {
          g_thread_yield ();
          continue;
        }
      start = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, seconds_since (start));
    }
  return 1000 * longest;
}

static void
bench_hold (BlIds *ids, BlClock *clock, const char *path)
{
  g_autoptr (BlProject) project
      = bl_large_project_new (ids, clock, BL_COUNTY_AREAS, BL_COUNTY_LIBRARIES, BL_COUNTY_NEARBY);
  g_autoptr (BlDocument) document = bl_document_new (project);
  double held[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      edit (project, i);
      held[i] = hold_of_saving (document, path);
    }
  report ("saving a county holds the main loop, ms", median (held, ROUNDS), MAX_HOLD_MS);
}

int
main (int argc, char **argv)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("bench");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *path = NULL, *other = NULL, *county = NULL;
  GStatBuf info;

  if (argc == 3)
    return run_child (argv[1], argv[2]);
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  folder = g_dir_make_tmp ("branchline-bench-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "national.branchline", NULL);
  other = g_build_filename (folder, "national.xml", NULL);
  county = g_build_filename (folder, "county.branchline", NULL);
  project = bl_large_project_new (ids, clock, BL_LARGE_AREAS, BL_LARGE_LIBRARIES, 0);
  write_ours (project, path);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print ("%u areas, %u libraries: %.1f MB\n", BL_LARGE_AREAS, BL_LARGE_LIBRARIES, info.st_size / 1e6);
  bench_opening (argv[0], path, info.st_size);
  bench_writing (project, path, other);
  g_unlink (path);
  bench_saving (project, path);
  bench_hold (ids, clock, county);
  g_unlink (path);
  g_unlink (other);
  g_unlink (county);
  g_rmdir (folder);
  return failed ? 1 : 0;
}
