/* test-check.c: what check says of sound, lacking and broken projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"
#include "places.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project xmlns=\"urn:branchline:project:1\" version=\"1.0\" " \
             "id=\"project-aaaaaaaaaa\" title=\"Plan\">\n"

/* check of a file with this content, which ends with @exit. */
static CliRun *
check_text (const char *content, int exit)
{
  g_autofree char *path = cli_path ("check.branchline");
  CliRun *run;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  run = cli_run ("check", path, "--json", NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->exit, ==, exit);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return run;
}

/* The place of a fault of @severity at @line whose message holds @words; aborts when there is none. */
static guint
find_fault (CliRun *run, const char *severity, double line, const char *words)
{
  for (guint i = 0; i < cli_length (run, "faults"); i++)
    {
      g_autofree char *base = g_strdup_printf ("faults.%u.", i);
      g_autofree char *at_severity = g_strconcat (base, "severity", NULL);
      g_autofree char *at_line = g_strconcat (base, "line", NULL);
      g_autofree char *at_message = g_strconcat (base, "message", NULL);

      if (g_str_equal (cli_text (run, at_severity), severity)
          && (line == 0 ? cli_is_null (run, at_line)
                        : !cli_is_null (run, at_line) && cli_number (run, at_line) == line)
          && strstr (cli_text (run, at_message), words) != NULL)
        return i;
    }
  g_error ("no %s at line %g with “%s” in %s", severity, line, words, run->out);
}

static void
test_lacking (void)
{
  g_autoptr (CliRun) run = check_text (HEAD " <service id=\"service-aaaaaaaaaa\" name=\"Atlantis\"/>\n"
                                            " <libraries>\n"
                                            "  <library id=\"library-aaaaaaaaaa\" name=\"Deep\" type=\"static\"/>\n"
                                            " </libraries>\n"
                                            "</project>\n",
                                       0);
  guint at = find_fault (run, "warning", 5, "Deep is not on the map");
  g_autofree char *record = g_strdup_printf ("faults.%u.record", at);
  g_autofree char *field = g_strdup_printf ("faults.%u.field", at);

  g_assert_cmpstr (cli_text (run, record), ==, "library-aaaaaaaaaa");
  g_assert_cmpstr (cli_text (run, field), ==, "easting");
  find_fault (run, "warning", 5, "source of 1 library is not known");
  find_fault (run, "note", 2, "no areas");
  find_fault (run, "note", 3, "GSS code");
}

static void
test_not_valid (void)
{
  g_autoptr (CliRun) attribute
      = check_text (HEAD " <libraries>\n  <library id=\"library-aaaaaaaaaa\" name=\"A\" colour=\"red\"/>\n"
                         " </libraries>\n</project>\n",
                    1);
  g_autoptr (CliRun) number
      = check_text (HEAD " <libraries>\n  <library id=\"library-aaaaaaaaaa\" name=\"A\" easting=\"west\"/>\n"
                         " </libraries>\n</project>\n",
                    1);
  g_autoptr (CliRun) order = check_text (HEAD " <libraries/>\n <service id=\"service-aaaaaaaaaa\"/>\n</project>\n", 1);

  find_fault (attribute, "error", 4, "colour");
  find_fault (number, "error", 4, "easting");
  find_fault (order, "error", 4, "service");
}

/* What is no whole document of ours is a fault too, with its line. */
static void
test_broken (void)
{
  g_autoptr (CliRun) cut = check_text (HEAD " <libraries>\n", 1);
  g_autoptr (CliRun) other = check_text ("<html><body/></html>", 1);
  g_autoptr (CliRun) doctype
      = check_text ("<!DOCTYPE project [<!ENTITY e SYSTEM \"/etc/passwd\">]>\n" HEAD "</project>", 1);
  g_autoptr (CliRun) empty = check_text ("", 1);

  g_assert_cmpuint (cli_length (cut, "faults"), ==, 1);
  g_assert_cmpstr (cli_text (cut, "faults.0.severity"), ==, "error");
  g_assert_cmpfloat (cli_number (cut, "faults.0.line"), >, 2);
  g_assert_cmpuint (cli_length (other, "faults"), ==, 1);
  g_assert_cmpuint (cli_length (doctype, "faults"), ==, 1);
  g_assert_cmpuint (cli_length (empty, "faults"), ==, 1);
}

static void
test_text (void)
{
  g_autofree char *path = cli_path ("text.branchline");
  g_autofree char *sample = bl_places_find_data ("sample/newcastle.branchline");
  g_autofree char *start = g_strconcat (path, ":3: note: ", NULL);
  g_autoptr (CliRun) sound = cli_run_well ("check", sample, NULL);
  g_autoptr (CliRun) lacking = NULL;

  g_assert_nonnull (strstr (sound->out, "nothing wrong"));
  g_assert_true (g_file_set_contents (path, HEAD " <service id=\"service-aaaaaaaaaa\" name=\"A\"/>\n</project>\n", -1,
                                      NULL));
  lacking = cli_run_well ("check", path, NULL);
  g_assert_nonnull (strstr (lacking->out, start));
}

/* A project of a thousand libraries with every attribute is checked in no time: the schema must not be
 * one that libxml2 takes exponential time for. */
static void
test_time (void)
{
  g_autofree char *path = cli_path ("time.branchline");
  g_autoptr (CliRun) made = cli_run_well ("new", path, "-t", "Plan", "-s", "Kent County Council", "-r", NULL);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (CliRun) run = cli_run_well ("check", path, "--json", NULL);

  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
  g_assert_cmpuint (cli_length (run, "faults"), ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  cli_set_up (argc, argv);
  g_test_add_func ("/cli/check/lacking", test_lacking);
  g_test_add_func ("/cli/check/not-valid", test_not_valid);
  g_test_add_func ("/cli/check/broken", test_broken);
  g_test_add_func ("/cli/check/text", test_text);
  g_test_add_func ("/cli/check/time", test_time);
  result = g_test_run ();
  cli_tear_down ();
  return result;
}
