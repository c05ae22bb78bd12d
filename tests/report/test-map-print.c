/* test-map-print.c: what stands on a map that travels alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "map-print.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <math.h>
#include <string.h>

#include "../analysis/published.h"
#include "places.h"
#include "summary.h"

static BlFacts *
published_facts (const PublishedService *service)
{
  g_autoptr (BlProject) project = published_project_new (service);

  return project != NULL ? bl_facts_new (project) : NULL;
}

/* --- The words of an SVG file ------------------------------------------------------ */

static char *
svg_words (const BlMapPrint *print, char **title, char **description)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bl_map_print_to_bytes (print, "svg", 0, &error);
  GString *words = g_string_new (NULL);
  const char *data;
  gsize size;
  xmlDoc *document;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  document = xmlReadMemory (data, (int) size, "map.svg", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (document);
  for (xmlNode *node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    {
      xmlChar *content = xmlNodeGetContent (node);

      if (g_strcmp0 ((const char *) node->name, "title") == 0)
        *title = g_strdup ((const char *) content);
      else if (g_strcmp0 ((const char *) node->name, "desc") == 0)
        *description = g_strdup ((const char *) content);
      xmlFree (content);
      if (g_strcmp0 ((const char *) node->name, "g") != 0)
        continue;
      for (xmlNode *text = node->children; text != NULL; text = text->next)
        if (text->type == XML_ELEMENT_NODE && g_strcmp0 ((const char *) text->name, "text") == 0)
          {
            g_autofree char *line = (char *) xmlNodeGetContent (text);

            g_string_append_printf (words, "%s\n", line);
          }
    }
  xmlFreeDoc (document);
  return g_string_free (words, FALSE);
}

static void
assert_lines (const char *words, const char *const *lines)
{
  g_auto (GStrv) all = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) all, lines[i]))
      g_error ("“%s” is not among the words:\n%s", lines[i], words);
}

/* The figures of the legend are those of expected.md's deciles, two and two. */
static void
test_one_value (void)
{
  static const char *const lines[]
      = { "Library service: imd_decile", "Open libraries in 2023", "1–2", "113,969", "3–4", "51,701",
          "5–6", "54,121", "7–8", "35,195", "9–10", "47,834", "most deprived", "Gosforth", "Council", NULL };
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autoptr (BlMapPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *title = NULL, *description = NULL, *flat = NULL;
  g_autofree char *attribution = NULL;

  if (facts == NULL)
    return;
  print = bl_map_print_new (facts, &(BlMapAsked){ .value = "imd_decile" }, &error);
  g_assert_no_error (error);
  words = svg_words (print, &title, &description);
  assert_lines (words, lines);
  g_assert_cmpstr (title, ==, "imd_decile");
  g_assert_nonnull (strstr (description, "Sources: "));
  /* Source and licence of the outlines stand on the map whole, over one line or several. */
  flat = g_strdelimit (g_strdup (words), "\n", ' ');
  attribution = g_strdelimit (g_strdup (bl_places_attribution ()), "\n", ' ');
  g_assert_nonnull (strstr (flat, attribution));
  /* A scale. */
  g_assert_nonnull (strstr (flat, " km"));
}

static void
test_two_values (void)
{
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autoptr (BlMapPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *title = NULL, *description = NULL;
  double people = 0;

  if (facts == NULL)
    return;
  print = bl_map_print_new (facts, &(BlMapAsked){ .value = "imd_decile", .second = "distance" }, &error);
  g_assert_no_error (error);
  words = svg_words (print, &title, &description);
  g_assert_nonnull (strstr (words, "↑ Metres to the nearest library"));
  g_assert_nonnull (strstr (words, "→ "));
  g_assert_nonnull (strstr (words, "people live where"));
  for (guint g = 0; g < BL_TWO_WAY_GROUPS; g++)
    people += print->two_way->people[g];
  g_assert_cmpfloat (people, ==, 302820);
}

static void
test_rings_and_library (void)
{
  static const double minutes[] = { 5, 10, 15 };
  static const char *const lines[] = { "Lines: 5, 10, 15 minutes in a straight line", "15 min", NULL };
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autoptr (BlMapPrint) print = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL, *title = NULL, *description = NULL;
  BlMapAsked asked = { .value = "imd_decile", .minutes = minutes, .n_minutes = 3 };

  if (facts == NULL)
    return;
  for (guint i = 0; i < facts->n_libraries; i++)
    if (g_str_has_prefix (facts->libraries[i].name, "Gosforth"))
      asked.library = facts->libraries[i].id;
  g_assert_nonnull (asked.library);
  print = bl_map_print_new (facts, &asked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (print->picture.rings->n_centres, ==, 1);
  /* 4.8 km/h. */
  g_assert_cmpfloat_with_epsilon (print->picture.rings->metres[2], 1200, 1e-9);
  words = svg_words (print, &title, &description);
  assert_lines (words, lines);
}

static void
test_finer (void)
{
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autoptr (BlMapPrint) print = NULL;
  g_autoptr (GError) error = NULL;

  if (facts == NULL)
    return;
  print = bl_map_print_new (facts, &(BlMapAsked){ 0 }, &error);
  g_assert_no_error (error);
  for (guint times = 1; times <= 2; times++)
    {
      g_autoptr (GBytes) bytes = bl_map_print_to_bytes (print, "png", times, &error);
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      g_assert_no_error (error);
      /* Width and height stand in the first chunk of a PNG file. */
      g_assert_cmpuint (data[18] * 256u + data[19], ==, (guint) (842 * times));
      g_assert_cmpuint (data[22] * 256u + data[23], ==, (guint) (595 * times));
    }
}

static void
test_cannot (void)
{
  g_autoptr (BlIds) ids = bl_ids_new_seeded ("print");
  g_autoptr (BlClock) clock = bl_clock_new_fixed ("2026-04-17T14:32:00Z");
  g_autoptr (BlProject) project = bl_project_new (ids, clock);
  g_autoptr (BlFacts) none = bl_facts_new (project);
  g_autoptr (BlFacts) facts = published_facts (&published_newcastle);
  g_autoptr (GError) error = NULL;

  g_assert_null (bl_map_print_new (none, &(BlMapAsked){ 0 }, &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_LACKS);
  g_clear_error (&error);
  g_assert_false (bl_map_print_check_path ("map.jpg", &error));
  g_assert_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND);
  g_clear_error (&error);
  if (facts == NULL)
    return;
  g_assert_null (bl_map_print_new (facts, &(BlMapAsked){ .value = "use:members" }, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
  g_clear_error (&error);
  g_assert_null (bl_map_print_new (facts, &(BlMapAsked){ .value = "no such value" }, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED);
  g_clear_error (&error);
  g_assert_null (bl_map_print_new (facts, &(BlMapAsked){ .question.travel.by = BL_BY_WALK, .value = "minutes" }, &error));
  g_assert_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_LACKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bl_project_register_kinds ();
  g_test_add_func ("/report/map-print/one-value", test_one_value);
  g_test_add_func ("/report/map-print/two-values", test_two_values);
  g_test_add_func ("/report/map-print/rings-and-library", test_rings_and_library);
  g_test_add_func ("/report/map-print/finer", test_finer);
  g_test_add_func ("/report/map-print/cannot", test_cannot);
  return g_test_run ();
}
