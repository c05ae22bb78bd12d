/* needs.c: branchline-cli needs: which areas and libraries' people need a library most
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "command.h"
#include "need-presets.h"
#include "needs-findings.h"
#include "needs-measure.h"
#include "needs-option.h"
#include "needs-profile.h"
#include "output.h"
#include "text.h"

#define TOP 10
#define N_CLASSES 5

/**
 * Asked: what was asked for and what came of it.
 */
typedef struct
{
  const BlFacts *facts;
  BlNeedsAsked *asked;
  BlNeedsQuestion *question;
  BlAccess *access;         /* NULL where nothing is known of distance */
  BlNeeds *needs;           /* as the question is: of areas or of libraries */
  BlNeeds *libraries;       /* of an index of areas, by library, where asked for; else NULL */
  BlNeedsFirmness *quarter, *points;
} Answer;

static void
answer_clear (Answer *answer)
{
  bl_needs_free (answer->needs);
  bl_needs_free (answer->libraries);
  bl_needs_firmness_free (answer->quarter);
  bl_needs_firmness_free (answer->points);
  bl_access_free (answer->access);
}

static const char *
normalise_word (BlNormalise normalise)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (BL_TYPE_NORMALISE);

  return g_enum_get_value (class, normalise)->value_nick;
}

/* --- JSON ------------------------------------------------------------------ */

static void
json_texts (JsonBuilder *builder, const char *key, GPtrArray *texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

static void
json_index (JsonBuilder *builder, const Answer *answer)
{
  const BlNeedsQuestion *question = answer->question;
  g_autoptr (GPtrArray) lacks = bl_needs_question_lacks (answer->facts, question);

  json_builder_set_member_name (builder, "index");
  json_builder_begin_object (builder);
  bl_json_text (builder, "id", answer->asked->id);
  bl_json_text (builder, "title", answer->asked->title);
  bl_json_text (builder, "preset", answer->asked->preset != NULL ? answer->asked->preset->name : NULL);
  bl_json_text (builder, "subject", question->of_libraries ? "libraries" : "areas");
  bl_json_number (builder, "total_weight", answer->needs->total_weight);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint m = 0; m < question->n_measures; m++)
    {
      const BlNeedsMeasure *it = &question->measures[m];
      g_autoptr (BlNeedsMeasureAbout) about
          = bl_needs_measure_about (answer->facts, it->value, question->of_libraries);

      json_builder_begin_object (builder);
      bl_json_text (builder, "value", it->value);
      bl_json_text (builder, "title", it->title != NULL ? it->title : about->title);
      bl_json_text (builder, "about", about->about);
      bl_json_text (builder, "source", about->source);
      bl_json_text (builder, "direction",
                    (it->direction != BL_DIRECTION_UNKNOWN ? it->direction : about->direction) == BL_DIRECTION_LESS
                        ? "less"
                        : "more");
      bl_json_text (builder, "normalise", normalise_word (it->normalise));
      bl_json_number (builder, "weight", it->weight);
      bl_json_count (builder, "unknown", answer->needs->unknown[m]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_texts (builder, "lacks", lacks);
  bl_json_text (builder, "unpublished",
                answer->asked->preset != NULL && answer->asked->preset->unknown != NULL
                    ? _(answer->asked->preset->unknown)
                    : NULL);
  json_builder_end_object (builder);
}

static void
json_measures (JsonBuilder *builder, const Answer *answer, const BlNeeds *needs, guint row)
{
  const struct
  {
    const char *key;
    const double *numbers;
  } both[] = { { "values", needs->raw }, { "scaled", needs->scaled } };

  for (guint b = 0; b < G_N_ELEMENTS (both); b++)
    {
      json_builder_set_member_name (builder, both[b].key);
      json_builder_begin_array (builder);
      for (guint m = 0; m < needs->n_measures; m++)
        {
          double number = both[b].numbers[row * needs->n_measures + m];

          if (isnan (number))
            json_builder_add_null_value (builder);
          else
            json_builder_add_double_value (builder, number);
        }
      json_builder_end_array (builder);
    }
}

static void
json_areas (JsonBuilder *builder, const Answer *answer)
{
  const BlFacts *facts = answer->facts;
  const BlNeeds *needs = answer->needs;
  g_autofree gint8 *classes = bl_needs_classes (needs, N_CLASSES);

  json_builder_set_member_name (builder, "areas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->n_rows; i++)
    {
      guint row = needs->order[i], area = needs->rows[row];
      int nearest = answer->access != NULL ? answer->access->nearest[area] : -1;

      json_builder_begin_object (builder);
      bl_json_text (builder, "area", facts->codes[area]);
      bl_json_text (builder, "name", facts->names != NULL ? facts->names[area] : NULL);
      bl_json_text (builder, "nearest", nearest >= 0 ? facts->libraries[nearest].name : NULL);
      bl_json_number (builder, "population", facts->population != NULL ? facts->population[area] : NAN);
      bl_json_number (builder, "need", needs->index[row]);
      bl_json_number (builder, "rank", needs->rank[row] > 0 ? needs->rank[row] : NAN);
      bl_json_number (builder, "fifth", classes[row] >= 0 ? classes[row] + 1 : NAN);
      bl_json_count (builder, "missing", needs->missing[row]);
      bl_json_count (builder, "changes_fifth", answer->quarter->changed_class[row]);
      json_measures (builder, answer, needs, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
json_libraries (JsonBuilder *builder, const Answer *answer, const BlNeeds *needs)
{
  const BlNeedPreset *preset = answer->asked->preset;
  gboolean tiered = answer->question->of_libraries && preset != NULL && preset->n_tiers > 0;
  g_autofree guint *tiers = tiered ? bl_need_preset_tiers (preset, needs) : NULL;

  json_builder_set_member_name (builder, "libraries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < needs->n_rows; i++)
    {
      guint row = needs->order[i];
      const BlFactsLibrary *library = &answer->facts->libraries[needs->rows[row]];

      json_builder_begin_object (builder);
      bl_json_text (builder, "library", library->name);
      bl_json_text (builder, "id", library->id);
      bl_json_number (builder, "need", needs->index[row]);
      bl_json_number (builder, "rank", needs->rank[row] > 0 ? needs->rank[row] : NAN);
      if (tiered)
        bl_json_number (builder, "tier", tiers[row] > 0 ? tiers[row] : NAN);
      bl_json_count (builder, "missing", needs->missing[row]);
      json_measures (builder, answer, needs, row);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
json_firmness (JsonBuilder *builder, const Answer *answer)
{
  json_builder_set_member_name (builder, "firmness");
  json_builder_begin_object (builder);
  bl_json_count (builder, "top", answer->points->top);
  bl_json_count (builder, "stay", answer->points->stay);
  bl_json_count (builder, "tests", answer->points->n_tests);
  bl_json_count (builder, "changes_fifth", answer->quarter->n_changed);
  bl_json_count (builder, "changes_fifth_tests", answer->quarter->n_tests);
  json_builder_end_object (builder);
}

static void
answer_json (const Answer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_index (builder, answer);
  if (answer->question->of_libraries)
    json_libraries (builder, answer, answer->needs);
  else
    json_areas (builder, answer);
  if (answer->libraries != NULL)
    json_libraries (builder, answer, answer->libraries);
  json_firmness (builder, answer);
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

/* --- Text ------------------------------------------------------------------ */

static void
text_index (const Answer *answer)
{
  const BlNeedsQuestion *question = answer->question;
  g_autoptr (GPtrArray) lacks = bl_needs_question_lacks (answer->facts, question);
  BlOutputTable *table = bl_output_table_new ("lrll");

  bl_output_text ("%s\n", answer->asked->title);
  if (answer->asked->preset != NULL && answer->asked->preset->unknown != NULL)
    bl_output_text ("%s\n", _(answer->asked->preset->unknown));
  bl_output_text ("\n");
  bl_output_table_add (table, _("Measure"), _("Weight"), _("What it is"), _("Not known"));
  for (guint m = 0; m < question->n_measures; m++)
    {
      const BlNeedsMeasure *it = &question->measures[m];
      g_autoptr (BlNeedsMeasureAbout) about
          = bl_needs_measure_about (answer->facts, it->value, question->of_libraries);
      g_autofree char *weight = bl_needs_weight_to_text (it->weight);
      g_autofree char *unknown = bl_text_number (answer->needs->unknown[m], 0);

      bl_output_table_add (table, it->title != NULL ? it->title : about->title, weight, about->about, unknown);
    }
  bl_output_table_finish (table, TRUE);
  for (guint i = 0; i < lacks->len; i++)
    bl_output_text ("%s\n", (const char *) g_ptr_array_index (lacks, i));
  bl_output_text ("\n");
}

static void
text_rows (const Answer *answer, const BlNeeds *needs, gboolean of_libraries)
{
  const BlFacts *facts = answer->facts;
  const BlNeedPreset *preset = answer->asked->preset;
  gboolean tiered = of_libraries && answer->question->of_libraries && preset != NULL && preset->n_tiers > 0;
  g_autofree guint *tiers = tiered ? bl_need_preset_tiers (preset, needs) : NULL;
  BlOutputTable *table = bl_output_table_new ("rllrr");

  bl_output_table_add (table, _("Rank"), of_libraries ? _("Library") : _("Area"),
                       of_libraries ? tiered ? _("Tier") : "" : _("Nearest"), _("Need"), _("Not known"));
  for (guint i = 0; i < needs->n_rows; i++)
    {
      guint row = needs->order[i], index = needs->rows[row];
      int nearest = !of_libraries && answer->access != NULL ? answer->access->nearest[index] : -1;
      const char *area = facts->names != NULL && !of_libraries ? facts->names[index] : NULL;
      g_autofree char *rank = needs->rank[row] > 0 ? bl_text_number (needs->rank[row], 0) : g_strdup ("");
      g_autofree char *need
          = isnan (needs->index[row]) ? g_strdup (_("not known")) : bl_text_number (needs->index[row], 1);
      g_autofree char *missing = bl_text_number (needs->missing[row], 0);
      g_autofree char *tier = tiered && tiers[row] > 0 ? bl_text_number (tiers[row], 0) : NULL;

      bl_output_table_add (table, rank,
                           of_libraries ? facts->libraries[index].name
                           : area != NULL ? area
                                          : facts->codes[index],
                           of_libraries ? tier
                           : nearest >= 0 ? facts->libraries[nearest].name
                                          : NULL,
                           need, missing);
    }
  bl_output_table_finish (table, TRUE);
}

static void
answer_text (const Answer *answer)
{
  g_autofree char *stay = bl_needs_finding_firmness (answer->points, answer->question->of_libraries, 10);
  g_autofree char *changed = bl_needs_finding_classes (answer->quarter, answer->question->of_libraries);

  text_index (answer);
  if (answer->libraries != NULL)
    text_rows (answer, answer->libraries, TRUE);
  else
    text_rows (answer, answer->needs, answer->question->of_libraries);
  bl_output_text ("\n%s\n%s\n", stay, changed);
}

/* --- The command ------------------------------------------------------------ */

/* The profile of the library called @name; need is that of the index asked for. */
static BlExit
answer_profile (const Answer *answer, const char *name, const char *out)
{
  g_autoptr (BlNeeds) libraries = NULL;
  g_autoptr (BlProfiles) profiles = NULL;
  BlExit exit = BL_EXIT_DONE;
  int row;

  if (!answer->question->of_libraries && answer->access != NULL)
    libraries = bl_needs_by_library (answer->facts, answer->question, answer->access, answer->needs);
  profiles = bl_profiles_compute (answer->facts, answer->question, answer->access,
                                  libraries != NULL ? libraries : answer->question->of_libraries ? answer->needs : NULL);
  row = bl_needs_profile_find (answer->facts, profiles, name, &exit);
  if (row < 0)
    return exit;
  return out == NULL ? bl_needs_profile_answer (answer->facts, profiles, (guint) row, answer->asked->title)
                     : bl_needs_profile_write (answer->facts, profiles, (guint) row, answer->asked->title, out);
}

static BlExit
compute (const BlFacts *facts, BlNeedsAsked *asked, gboolean by_library, const char *profile, const char *out,
         const char *path)
{
  Answer answer = { .facts = facts, .asked = asked, .question = asked->question };
  g_autoptr (GError) error = NULL;
  BlExit exit = BL_EXIT_DONE;

  answer.access = bl_access_compute (facts, &(BlAccessQuestion){ 0 }, &error);
  if (by_library && answer.access == NULL)
    return bl_command_fail_error (error, path);
  g_clear_error (&error);
  answer.needs = bl_needs_compute (facts, answer.question, answer.access, &error);
  if (answer.needs == NULL)
    exit = bl_command_fail_error (error, path);
  else if (profile != NULL)
    exit = answer_profile (&answer, profile, out);
  else
    {
      if (by_library && !answer.question->of_libraries)
        answer.libraries = bl_needs_by_library (facts, answer.question, answer.access, answer.needs);
      answer.quarter = bl_needs_firmness_new (answer.needs, answer.question, 0.25, 0, TOP, N_CLASSES);
      answer.points = bl_needs_firmness_new (answer.needs, answer.question, 0, 10, TOP, N_CLASSES);
      if (bl_command_wants_json ())
        answer_json (&answer);
      else
        answer_text (&answer);
    }
  answer_clear (&answer);
  return exit;
}

/* --- What there is to choose from ------------------------------------------- */

static void
list_json (BlProject *project, const BlFacts *facts)
{
  GListModel *indices = bl_project_get_needs (project);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "indices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (indices); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (indices, i);
      g_autofree char *title = bl_record_describe (index);
      const char *subject = bl_record_get_text (index, "subject");

      json_builder_begin_object (builder);
      bl_json_text (builder, "id", bl_record_get_id (index));
      bl_json_text (builder, "title", title);
      bl_json_text (builder, "subject", subject != NULL ? subject : "areas");
      bl_json_text (builder, "preset", bl_record_get_text (index, "preset"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "presets");
  json_builder_begin_array (builder);
  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    {
      json_builder_begin_object (builder);
      bl_json_text (builder, "name", preset->name);
      bl_json_text (builder, "title", _(preset->title));
      bl_json_text (builder, "subject", preset->of_libraries ? "libraries" : "areas");
      bl_json_text (builder, "unpublished", preset->unknown != NULL ? _(preset->unknown) : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  for (guint of_libraries = 0; of_libraries < 2; of_libraries++)
    {
      g_autoptr (GPtrArray) offers = bl_needs_measure_offers (facts, of_libraries);

      json_texts (builder, of_libraries ? "library_measures" : "area_measures", offers);
    }
  json_builder_end_object (builder);
  bl_json_finish (builder);
}

static void
list_text (BlProject *project, const BlFacts *facts)
{
  GListModel *indices = bl_project_get_needs (project);
  BlOutputTable *table = bl_output_table_new ("lll");

  bl_output_table_add (table, _("Name"), _("What"), _("Title"));
  for (guint i = 0; i < g_list_model_get_n_items (indices); i++)
    {
      g_autoptr (BlRecord) index = g_list_model_get_item (indices, i);
      g_autofree char *title = bl_record_describe (index);

      bl_output_table_add (table, bl_record_get_id (index), _("index"), title);
    }
  for (const BlNeedPreset *preset = bl_need_presets; preset->name != NULL; preset++)
    bl_output_table_add (table, preset->name, _("preset"), _(preset->title));
  for (guint of_libraries = 0; of_libraries < 2; of_libraries++)
    {
      g_autoptr (GPtrArray) offers = bl_needs_measure_offers (facts, of_libraries);

      for (guint i = 0; i < offers->len; i++)
        {
          const char *value = g_ptr_array_index (offers, i);
          g_autoptr (BlNeedsMeasureAbout) about = bl_needs_measure_about (facts, value, of_libraries);

          bl_output_table_add (table, value, of_libraries ? _("measure of libraries") : _("measure of areas"),
                               about->about);
        }
    }
  bl_output_table_finish (table, TRUE);
}

static BlExit
run (char **arguments)
{
  BlNeedsOption option = { 0 };
  gboolean by_library = FALSE;
  g_autofree char *index = NULL, *preset = NULL, *weights = NULL, *normalise = NULL, *profile = NULL, *out = NULL;
  const GOptionEntry entries[] = {
    { "index", 0, 0, G_OPTION_ARG_STRING, &index, N_("Which index of the project, by its id or title"), N_("NAME") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &preset, N_("A ready one instead: branchline, worcestershire or essex"),
      N_("NAME") },
    { "weights", 0, 0, G_OPTION_ARG_STRING, &weights,
      N_("Measures and their weights, such as “imd_rank=40,share:aged_0_15=20”"), N_("LIST") },
    { "normalise", 0, 0, G_OPTION_ARG_STRING, &normalise,
      N_("How measures are scaled: rank, decile, z or min-max"), N_("HOW") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile,
      N_("The profile of one library instead, beside the others of the service"), N_("LIBRARY") },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_("Write the profile there, as a PDF or HTML file"), N_("FILE") },
    { "libraries", 0, 0, G_OPTION_ARG_NONE, &by_library, N_("Rank libraries by the people nearest to them"), NULL },
    { NULL },
  };
  BlExit exit = BL_EXIT_DONE;
  g_autoptr (BlDocument) document = NULL;
  g_autoptr (BlFacts) facts = NULL;
  g_autoptr (BlNeedsAsked) asked = NULL;
  g_autoptr (GError) error = NULL;
  BlProject *project;

  if (!bl_command_parse_between (&bl_command_needs, entries, &arguments, 1, 2))
    return BL_EXIT_USAGE;
  if (arguments[2] != NULL && g_strcmp0 (arguments[2], "list") != 0)
    return bl_command_fail (BL_EXIT_USAGE, _("“%s” is no verb of needs: there is “list”."), arguments[2]);
  if (out != NULL && profile == NULL)
    return bl_command_fail (BL_EXIT_USAGE, _("--out writes a profile: say of which library with --profile."));
  document = bl_command_open (arguments[1], &exit);
  if (document == NULL)
    return exit;
  project = bl_document_get_project (document);
  facts = bl_facts_new (project);
  if (arguments[2] != NULL)
    {
      if (bl_command_wants_json ())
        list_json (project, facts);
      else
        list_text (project, facts);
      return BL_EXIT_DONE;
    }
  option = (BlNeedsOption){ index, preset, weights, normalise, by_library };
  asked = bl_needs_option_read (project, facts, &option, &error);
  if (asked == NULL)
    return bl_command_fail_error (error, arguments[1]);
  return compute (facts, asked, by_library, profile, out, arguments[1]);
}

const BlCommand bl_command_needs = {
  .name = "needs",
  .arguments = "PROJECT [list]",
  .summary = N_("Rank areas, or libraries by their people, by need"),
  .details = N_("Without --index, --preset or --weights the project’s first index is used, or Branchline’s starting "
                "weights where it has none. A figure that is not known is left out with its weight and never counts "
                "as 0. “list” says what indices, presets and measures there are."),
  .run = run,
};
