/* test-hostile.c: documents made to hurt are answered in bounded time and memory
 *
 * Each in a process of its own with a limit on both: refused in a sentence, or
 * read with faults, never a crash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "child.h"
#include "document.h"
#include "hostile-files.h"
#include "record-xml.h"
#include "xml-guard.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ID "<library id=\"library-aaaaaaaaaa\""

/* What opening does, and saving afterwards. */
static BlRecordReading *
read_whole (const char *xml, gsize length, GError **error)
{
  BlRecordReading *reading = bl_record_read (BL_TYPE_PROJECT, xml, length, "test.branchline", NULL, error);
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("hostile");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (GPtrArray) faults = bl_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BlRecordReading) again = NULL;
  gsize size;
  const char *text;

  if (reading == NULL)
    return NULL;
  bl_project_set_context (BL_PROJECT (reading->root), ids, clock);
  bl_record_validate (reading->root, faults);
  bytes = bl_record_write (reading->root, BL_PROJECT_VERSION);
  text = g_bytes_get_data (bytes, &size);
  again = bl_record_read (BL_TYPE_PROJECT, text, size, "again.branchline", NULL, error);
  g_assert_no_error (*error);
  return reading;
}

static void
check_refusal (const GError *error, int code)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == BL_BASE_ERROR);
  g_assert_cmpint (error->code, ==, code);
  g_assert_true (g_str_has_prefix (error->message, "test.branchline"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* --- Small ones ----------------------------------------------------------- */

/* Files that are refused: nothing in them is expanded, fetched or guessed. */
static void
refuse_small (gconstpointer data)
{
  static const struct
  {
    const char *xml;
    gsize length; /* 0: the text's */
    int code;
  } files[] = {
    { "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><project>&d;</project>",
      0, BL_BASE_ERROR_FORMAT },
    { "\357\273\277" HEAD "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" HOSTILE_ROOT
      " title=\"&x;\"/>", 0, BL_BASE_ERROR_FORMAT },
    { HEAD "<!DOCTYPE project [<!ENTITY % p SYSTEM \"http://localhost/p\"> %p;]><project/>", 0, BL_BASE_ERROR_FORMAT },
    { HEAD "<!-- a --><?b?>\n <!DOCTYPE project SYSTEM \"http://localhost/d\"><project/>", 0, BL_BASE_ERROR_FORMAT },
    { "<!DOCTYPE\nproject><project/>", 0, BL_BASE_ERROR_FORMAT },
    { HOSTILE_ROOT "><!DOCTYPE project></project>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT "/><!DOCTYPE project>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT "><!ENTITY a \"b\"></project>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"&unknown;\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"&#0;\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"&#xD800;\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"\001\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"a\0b\"/>", sizeof HOSTILE_ROOT " title=\"a\0b\"/>" - 1, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT "/>\0\0\0\0", sizeof HOSTILE_ROOT "/>\0\0\0\0" - 1, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"\xc0\xbc\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"\xed\xa0\x80\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { HOSTILE_ROOT " title=\"a\" title=\"b\"/>", 0, BL_BASE_ERROR_SYNTAX },
    { "\xff\xfe<\0p\0r\0o\0j\0e\0c\0t\0/\0>\0", 22, BL_BASE_ERROR_SYNTAX },
    { "\xfe\xff\0<\0p\0/\0>", 10, BL_BASE_ERROR_SYNTAX },
    { "\0<\0p\0/\0>", 8, BL_BASE_ERROR_SYNTAX },
    { "+ADw-project/+AD4-", 0, BL_BASE_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = files[i].length != 0 ? files[i].length : strlen (files[i].xml);

      g_assert_null (read_whole (files[i].xml, length, &error));
      check_refusal (error, files[i].code);
    }
}

/* Files that are read, with so many faults told. */
static void
read_small (gconstpointer data)
{
  static const struct
  {
    const char *xml;
    guint faults;
  } files[] = {
    /* Numbers and dates that are none, or none that anybody means. */
    { HOSTILE_ROOT "><libraries>" ID " easting=\"NaN\" northing=\"inf\" hours=\"1e999\" opened=\"1e3\" closed=\"0x7e7\" "
                   "running-cost=\"99999999999999999999\" row=\"99999999999999999999\"/></libraries></project>",
      7 },
    { HOSTILE_ROOT "><libraries>" ID " easting=\"1e308\" northing=\"-1e308\" opened=\"-9223372036854775808\" "
                   "hours=\"4.9e-324\"/></libraries></project>",
      0 },
    { HOSTILE_ROOT " created=\"99999-01-01\" year=\"99999999999\"/>", 1 },
    { HOSTILE_ROOT " created=\"2026-02-30\"/>", 1 },
    { HOSTILE_ROOT " created=\"9999-12-31\"/>", 0 },
    { HOSTILE_ROOT "><tables><table id=\"table-a\" type=\"numbers\" rows=\"4294967295\"><part>NaN\n</part></table>"
                   "<table id=\"table-b\" type=\"points\" rows=\"-1\"><part>999999999999999999 0\n</part></table>"
                   "<table id=\"table-c\" type=\"outlines\"><part>0 0 2147483647 2147483647\n</part></table></tables>"
                   "</project>",
      3 },
    /* One id for two; references to nothing, and to what is of another kind. */
    { HOSTILE_ROOT "><libraries>" ID "/>" ID "/></libraries><libraries-nearby>" ID "/></libraries-nearby></project>", 2 },
    { HOSTILE_ROOT "><libraries><library id=\"project-aaaaaaaaaa\"/></libraries></project>", 1 },
    { HOSTILE_ROOT "><areas id=\"areas-aaaaaaaaaa\" codes=\"table-0\" outlines=\"areas-aaaaaaaaaa\"/></project>", 2 },
    /* What other languages would fetch or include is text like any other. */
    { HOSTILE_ROOT "><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/></project>", 0 },
    { "<?xml-stylesheet href=\"file:///etc/passwd\"?>" "<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" "
      "id=\"project-aaaaaaaaaa\"/>", 0 },
    { "<?xml version=\"1.0\" encoding=\"UTF-16\"?><project xmlns=\"urn:branchline:project:1\" version=\"1.0\" "
      "id=\"project-aaaaaaaaaa\"/>", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRecordReading) reading = read_whole (files[i].xml, strlen (files[i].xml), &error);

      g_assert_no_error (error);
      for (guint j = 0; j < reading->faults->len; j++)
        g_test_message ("%u: %s", i, ((BlFault *) reading->faults->pdata[j])->message);
      g_assert_cmpuint (reading->faults->len, ==, files[i].faults);
    }
}

static void
test_small (void)
{
  child_run (refuse_small, NULL, 1024, 20);
  child_run (read_small, NULL, 1024, 20);
}

/* --- Large ones ----------------------------------------------------------- */

typedef struct
{
  const char *name, *start, *part, *end;
  guint n;
  int code; /* -1: is read; -2: is refused, no matter how */
} Large;

static const Large large[] = {
  { "depth", HOSTILE_ROOT ">", "<a>", "", 1000000, BL_BASE_ERROR_LIMIT },
  { "depth-of-ours", HOSTILE_ROOT ">", "<libraries><library>", "", 1000000, BL_BASE_ERROR_LIMIT },
  { "attributes", HOSTILE_ROOT, " a%u=\"\"", "/>", 1000000, BL_BASE_ERROR_LIMIT },
  { "namespaces", HOSTILE_ROOT, " xmlns:a%u=\"urn:%u\"", "/>", 1000000, BL_BASE_ERROR_LIMIT },
  { "names", HOSTILE_ROOT "><extension>", "<a%u/>", "</extension></project>", 1000000, BL_BASE_ERROR_LIMIT },
  { "elements", HOSTILE_ROOT ">", "<a/>", "</project>", 999990, -1 },
  { "more-elements", HOSTILE_ROOT ">", "<a/>", "</project>", 1000001, BL_BASE_ERROR_LIMIT },
  { "libraries", HOSTILE_ROOT "><libraries>", "<library/>", "</libraries></project>", 200000, -1 },
  { "bad-fields", HOSTILE_ROOT "><libraries>",
    "<library easting=\"x\" northing=\"x\" opened=\"x\" closed=\"x\" hours=\"x\" row=\"x\"/>", "</libraries></project>",
    50000, -1 },
  { "comments", HOSTILE_ROOT ">", "<!-- -->t", "</project>", 999990, -1 },
  { "attribute", HOSTILE_ROOT " title=\"", "aaaaaaaaaaaaaaaaaaaa", "\"/>", 10000000, BL_BASE_ERROR_LIMIT },
  { "text", HOSTILE_ROOT "><libraries>" ID "><notes>", "aaaaaaaaaaaaaaaaaaaa", "</notes></library></libraries></project>",
    10000000, BL_BASE_ERROR_LIMIT },
  { "long-text", HOSTILE_ROOT "><libraries>" ID "><notes>", "aaaaaaaaaaaaaaaa",
    "</notes></library></libraries></project>", 500000, -1 },
  { "long-attribute", HOSTILE_ROOT " title=\"", "aaaaaaaaaaaaaaaa", "\"/>", 500000, -1 },
  { "name", HOSTILE_ROOT "><", "aaaaaaaaaaaaaaaaaaaa", "/></project>", 1000000, BL_BASE_ERROR_LIMIT },
  { "name-at-end", HOSTILE_ROOT "></", "aaaaaaaaaaaaaaaaaaaa", "></project>", 1000000, BL_BASE_ERROR_LIMIT },
  { "name-of-attribute", HOSTILE_ROOT " ", "aaaaaaaaaaaaaaaaaaaa", "=\"\"/>", 1000000, BL_BASE_ERROR_LIMIT },
  { "name-of-entity", HOSTILE_ROOT ">&", "aaaaaaaaaaaaaaaa", ";</project>", 500000, BL_BASE_ERROR_LIMIT },
  { "name-of-instruction", HOSTILE_ROOT "><?", "aaaaaaaaaaaaaaaa", "?></project>", 900000, BL_BASE_ERROR_LIMIT },
  { "ampersands", HOSTILE_ROOT " title=\"", "&&", "\"/>", 2000000, -2 },
};

static void
read_large (gconstpointer data)
{
  const Large *what = data;
  HostileFile file = { what->name, what->start, what->part, what->end };
  /* With the sanitizers what is read may be smaller: they look for other things than time. */
  GString *xml = hostile_make (&file, CHILD_IS_WATCHED && what->code < 0 ? what->n / 10 : what->n);
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRecordReading) reading = read_whole (xml->str, xml->len, &error);

  if (what->code == -2)
    g_assert_nonnull (error);
  else if (what->code >= 0)
    check_refusal (error, what->code);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (reading->faults->len, <=, BL_RECORD_MAX_FAULTS + 1);
    }
  g_string_free (xml, TRUE);
}

static void
test_large (gconstpointer data)
{
  double seconds = child_run (read_large, data, 3072, 30);

  g_test_message ("%.2f s", seconds);
}

/* --- As files ------------------------------------------------------------- */

static void
open_file (gconstpointer path)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("hostile");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T10:00:00Z");
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_document_open (path, ids, clock, NULL, &error));
  g_assert_error (error, BL_STORE_ERROR, BL_STORE_ERROR_READ);
  g_test_message ("%s", error->message);
}

/* 10 GB of one attribute, most of it a hole: refused by its size, in next to no memory. */
static void
test_huge_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.branchline", NULL);
  const char *start = HOSTILE_ROOT " title=\"";
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (write (fd, start, strlen (start)), ==, strlen (start));
  if (ftruncate (fd, G_GINT64_CONSTANT (10) << 30) == 0)
    child_run (open_file, path, 512, 5);
  else
    g_test_skip ("this file system holds no file of 10 GB");
  close (fd);
  g_unlink (path);
  g_rmdir (folder);
}

/* What is no file is not waited for and not read for ever. */
static void
test_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("branchline-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe.branchline", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  child_run (open_file, path, 512, 5);
  child_run (open_file, "/dev/zero", 512, 5);
  child_run (open_file, folder, 512, 5);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/hostile/small", test_small);
  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/large/", large[i].name, NULL);

      g_test_add_data_func (path, &large[i], test_large);
    }
  g_test_add_func ("/hostile/huge-file", test_huge_file);
  g_test_add_func ("/hostile/no-file", test_no_file);
  return g_test_run ();
}
