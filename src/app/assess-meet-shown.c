/* assess-meet-shown.c: what the meeting shows of a criterion and a characteristic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "assess-meet-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assess-change.h"
#include "assessment-compare.h"
#include "meet-edit.h"
#include "meet-evidence.h"
#include "spread-chart.h"
#include "spread-image.h"
#include "text.h"
#include "theme.h"

/* The words of the spread are read from the back of a room. */
#define CHART_LARGER 1.45

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static const char *
get_label (gpointer level)
{
  return bl_record_get_text (level, "label");
}

/* --- Steps and prompts ------------------------------------------------------------------ */

static const BlAssessPart *
get_part (BlAssessMeetView *self)
{
  return self->study != NULL && self->part >= 0 && (guint) self->part < self->study->n_parts ? &self->study->parts[self->part]
                                                                                            : NULL;
}

/* The first step of a characteristic begins with its own opening line. */
static char *
make_said (BlAssessMeetView *self, BlRecord *entry)
{
  const BlAssessPart *part = get_part (self);
  const char *say = bl_record_get_text (entry, "say");
  const char *opening = part != NULL && self->step == 0 ? bl_record_get_text (part->record, "opening") : NULL;

  if (opening == NULL)
    return g_strdup (say);
  return say != NULL ? g_strdup_printf ("%s\n%s", opening, say) : g_strdup (opening);
}

void
bl_assess_meet_view_show_step (BlAssessMeetView *self)
{
  GListModel *entries = self->cycle != NULL ? bl_record_get_list (BL_RECORD (self->cycle), "entries") : NULL;
  guint n = entries != NULL ? g_list_model_get_n_items (entries) : 0;
  g_autoptr (BlRecord) entry = self->step < n ? g_list_model_get_item (entries, self->step) : NULL;
  g_autofree char *said = entry != NULL ? make_said (self, entry) : NULL;
  g_autofree char *place = NULL;
  guint spent = bl_meet_timer_get_elapsed (self->timer) - MIN (self->step_began, bl_meet_timer_get_elapsed (self->timer));
  gint64 minutes = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->step_label), entry != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->do_label), entry != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->say_button), said != NULL);
  gtk_revealer_set_reveal_child (self->say_revealer, said != NULL && gtk_toggle_button_get_active (self->say_button));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meet.next-step", self->step + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meet.previous-step", self->step > 0);
  if (entry == NULL)
    return;
  bl_record_get_integer (entry, "minutes", &minutes);
  /* Translators: a step of the method, the time spent on it and what it may take: "Step 3 of 6 · 2:10 of 5 min". */
  place = g_strdup_printf (_ ("Step %u of %u · %u:%02u of %u min"), self->step + 1, n, spent / 60, spent % 60, (guint) minutes);
  gtk_label_set_label (self->step_label, place);
  gtk_label_set_label (self->do_label, bl_record_get_text (entry, "do"));
  gtk_label_set_label (self->say_label, said != NULL ? said : "");
}

GPtrArray *
bl_assess_meet_view_list_prompts (BlAssessMeetView *self, const BlAssessItem *item)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func (g_free);
  const char *question = self->study->short_route ? bl_record_get_text (BL_RECORD (item->criterion), "question") : NULL;
  const char *ask = bl_record_get_text (BL_RECORD (item->criterion), "ask");
  g_auto (GStrv) asks = g_strsplit (ask != NULL ? ask : "", "\n", -1);
  BlScript *neutral = bl_framework_find_script (self->study->framework, "neutral");
  GListModel *entries = neutral != NULL ? bl_record_get_list (BL_RECORD (neutral), "entries") : NULL;

  if (question != NULL)
    g_ptr_array_add (prompts, g_strdup (question));
  for (guint i = 0; asks[i] != NULL; i++)
    if (*asks[i] != '\0')
      g_ptr_array_add (prompts, g_strdup (asks[i]));
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BlRecord) entry = g_list_model_get_item (entries, i);

      if (bl_record_get_text (entry, "say") != NULL)
        g_ptr_array_add (prompts, g_strdup (bl_record_get_text (entry, "say")));
    }
  return prompts;
}

void
bl_assess_meet_view_show_prompt (BlAssessMeetView *self)
{
  const BlAssessItem *item = bl_assess_meet_view_get_item (self);
  g_autoptr (GPtrArray) prompts = item != NULL ? bl_assess_meet_view_list_prompts (self, item) : NULL;
  g_autofree char *place = NULL;

  gtk_widget_set_visible (self->prompt_box, prompts != NULL && prompts->len > 0);
  if (prompts == NULL || prompts->len == 0)
    return;
  self->prompt %= prompts->len;
  place = g_strdup_printf (_ ("Prompt %u of %u"), self->prompt + 1, prompts->len);
  gtk_label_set_label (self->prompt_pill, place);
  gtk_label_set_label (self->prompt_label, g_ptr_array_index (prompts, self->prompt));
}

guint
bl_assess_meet_view_get_minutes (BlAssessMeetView *self, int part)
{
  gint64 minutes = 12;

  if (self->study == NULL || part < 0 || (guint) part >= self->study->n_parts)
    return 0;
  if (self->cycle != NULL)
    bl_record_get_integer (BL_RECORD (self->cycle), "minutes", &minutes);
  for (guint i = 0; self->timetable != NULL && i < self->timetable->n_entries; i++)
    if (g_strcmp0 (bl_record_get_text (BL_RECORD (self->timetable->entries[i].entry), "concerns"), self->study->parts[part].item) == 0)
      return (guint) self->timetable->entries[i].minutes;
  return (guint) minutes;
}

/* --- The criterion ------------------------------------------------------------------------ */

static BlChart *
make_chart (BlAssessMeetView *self, const BlAssessItem *item)
{
  g_autofree const char **names = g_new0 (const char *, MAX (self->study->levels->len, 1));
  g_autofree int *ratings = g_new0 (int, MAX (item->n_rated, 1));
  guint n = 0;
  BlSpreadChart asked = { 0 };

  for (guint i = 0; i < self->study->levels->len; i++)
    {
      names[i] = get_label (g_ptr_array_index (self->study->levels, i));
      for (guint j = 0; j < item->counts[i + 1] && n < item->n_rated; j++)
        ratings[n++] = (int) i;
    }
  while (n < item->n_rated)
    ratings[n++] = -1;
  asked.levels = names;
  asked.n_levels = self->study->levels->len;
  asked.ratings = ratings;
  asked.n_ratings = n;
  return bl_spread_chart_new (&asked);
}

/* "2 said Taking shape, 3 Working well, 1 not sure": what a screen reader says of the dots. */
static char *
say_dots (BlAssessMeetView *self, const BlAssessItem *item)
{
  BlAssessSide side = { .there = TRUE, .n_rated = item->n_rated, .n_not_sure = item->n_not_sure, .low = item->low, .high = item->high };

  for (guint i = 0; i <= BL_ASSESS_LEVELS; i++)
    side.counts[i] = item->counts[i];
  return bl_assess_side_say (self->study, &side);
}

static void
show_spread (BlAssessMeetView *self, const BlAssessItem *item)
{
  g_autoptr (BlChart) chart = make_chart (self, item);
  g_autofree char *said = bl_assess_item_say (self->study, item), *not_sure = bl_assess_item_say_not_sure (item);
  g_autofree char *dots = say_dots (self, item), *sentence = NULL;

  bl_chart_canvas_set_larger (self->canvas, CHART_LARGER);
  bl_chart_canvas_set_fill (self->canvas, TRUE);
  bl_chart_canvas_set_chart (self->canvas, chart);
  bl_chart_canvas_set_words (self->canvas, said, dots);
  if (item->spread == BL_ASSESS_SPREAD_WIDE)
    sentence = g_strdup_printf ("%s %s", said, _ ("Ask the highest and the lowest what each has seen."));
  show_label (self->sentence, sentence != NULL ? sentence : said);
  show_label (self->not_sure, not_sure);
  gtk_label_set_label (self->question, bl_record_get_text (BL_RECORD (item->criterion), "title"));
  show_label (self->statement, bl_record_get_text (BL_RECORD (item->criterion), "statement"));
}

static char *
say_agreement (BlAssessMeetView *self, const BlAssessItem *item)
{
  BlRecord *agreement = BL_RECORD (item->agreement);
  const char *reason = agreement != NULL ? bl_record_get_text (agreement, "reason") : NULL;
  const char *parked = agreement != NULL ? bl_record_get_text (agreement, "parked") : NULL;
  const char *with = agreement != NULL ? bl_record_get_text (agreement, "parked-with") : NULL;

  if (item->set_aside)
    /* Translators: %s is the reason. */
    return g_strdup_printf (_ ("Set aside: %s"), reason != NULL ? reason : _ ("no reason was written down"));
  if (parked != NULL && with != NULL)
    /* Translators: a question and the name of who looks it up. */
    return g_strdup_printf (_ ("Parked with %2$s: %1$s"), parked, with);
  if (parked != NULL)
    return g_strdup_printf (_ ("Parked: %s"), parked);
  return NULL;
}

/* A level is offered, never set: and never one between. */
static char *
say_suggestion (BlAssessMeetView *self, const BlAssessItem *item)
{
  for (guint i = 0; item->agreement == NULL && i < self->study->levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (self->study->levels, i);
      gint64 number;

      if (item->suggested > 0 && bl_record_get_integer (level, "level", &number) && number == item->suggested)
        return g_strdup_printf (_ ("You might ask: “Is %s fair for the whole service? Can everyone live with that?”"), get_label (level));
    }
  return NULL;
}

static void
on_level_toggled (GtkToggleButton *button, BlAssessMeetView *self)
{
  const BlAssessItem *item = bl_assess_meet_view_get_item (self);

  if (self->showing || item == NULL || !gtk_toggle_button_get_active (button))
    return;
  bl_meet_edit_agree (self->session, self->assessment, item, g_object_get_data (G_OBJECT (button), "level"));
}

/* Made once a scale. */
static void
fill_levels (BlAssessMeetView *self)
{
  GtkWidget *child;

  if (g_object_get_data (G_OBJECT (self->levels), "scale") == self->study->scale)
    return;
  g_object_set_data (G_OBJECT (self->levels), "scale", self->study->scale);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->levels))) != NULL)
    gtk_box_remove (self->levels, child);
  for (guint i = 0; i < self->study->levels->len; i++)
    {
      BlRecord *level = g_ptr_array_index (self->study->levels, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (get_label (level));
      g_autofree char *tip = NULL;

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->none_button);
      tip = g_strdup_printf ("%s (%u)", bl_record_get_text (level, "descriptor"), i + 1);
      gtk_widget_set_tooltip_text (button, tip);
      g_object_set_data_full (G_OBJECT (button), "level", g_object_ref (level), g_object_unref);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_level_toggled), self, 0);
      gtk_box_append (self->levels, button);
    }
}

static void
show_agreement (BlAssessMeetView *self, const BlAssessItem *item)
{
  g_autofree char *words = say_agreement (self, item), *suggestion = say_suggestion (self, item);
  gboolean editable = bl_session_get_editable (self->session);
  GtkWidget *button;

  fill_levels (self);
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->none_button, item->agreed == NULL);
  for (button = gtk_widget_get_first_child (GTK_WIDGET (self->levels)); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  item->agreed != NULL && g_object_get_data (G_OBJECT (button), "level") == item->agreed);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->levels), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->none_button), editable);
  show_label (self->agree_words, words);
  show_label (self->suggestion, suggestion);
}

/* --- Dissent and reasons ---------------------------------------------------------------------- */

static void
on_remove_dissent (GtkButton *button, BlAssessMeetView *self)
{
  bl_meet_edit_remove_dissent (self->session, g_object_get_data (G_OBJECT (button), "dissent"));
}

static char *
say_dissent (BlAssessMeetView *self, BlRecord *dissent)
{
  const char *change = bl_record_get_text (dissent, "change"), *name = bl_record_get_text (dissent, "name");
  g_autoptr (GString) text = g_string_new (name != NULL ? name : _ ("A member of the team"));
  guint32 review;

  if (change != NULL)
    g_string_append_printf (text, _ (" · would change their mind: %s"), change);
  if (bl_record_get_date (dissent, "review", &review))
    {
      g_autofree char *date = bl_text_date_for_people (review);

      g_string_append_printf (text, _ (" · look again on %s"), date);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Always beside what was agreed. */
static void
show_dissents (BlAssessMeetView *self, const BlAssessItem *item)
{
  g_autoptr (GPtrArray) dissents = bl_meet_list_dissents (self->assessment, item->item);

  empty (self->dissents);
  for (guint i = 0; i < dissents->len; i++)
    {
      BlRecord *dissent = g_ptr_array_index (dissents, i);
      const char *level = bl_record_get_text (dissent, "level");
      const char *label = level != NULL ? bl_framework_get_title (self->study->framework, level) : NULL;
      g_autofree char *title = label != NULL ? g_strdup_printf (_ ("One sees it as %s: %s"), label, bl_record_get_text (dissent, "reason"))
                                             : g_strdup (bl_record_get_text (dissent, "reason"));
      g_autofree char *below = say_dissent (self, dissent), *tip = g_strdup_printf (_ ("%s: %s"), _ ("Remove"), title);
      GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Remove"));
      gtk_widget_set_visible (button, bl_session_get_editable (self->session));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
      g_object_set_data_full (G_OBJECT (button), "dissent", g_object_ref (dissent), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_dissent), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->dissents, row);
    }
  gtk_widget_set_visible (self->dissents_box, dissents->len > 0);
}

typedef struct
{
  guint order;
  const BlAssessRating *rating;
  guint member;
} Reason;

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const Reason *first = a, *second = b;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* In an order that says nothing of who wrote what, and is the same each time it is looked at. */
static GArray *
shuffle_reasons (BlAssessMeetView *self, const BlAssessItem *item)
{
  GArray *reasons = g_array_new (FALSE, FALSE, sizeof (Reason));

  for (guint i = 0; i < self->study->n_members; i++)
    {
      const BlAssessRating *rating = &item->ratings[i];
      g_autofree char *key = NULL;
      Reason reason;

      if (rating->rating == NULL
          || (bl_record_get_text (BL_RECORD (rating->rating), "reason") == NULL
              && bl_record_get_text (BL_RECORD (rating->rating), "example") == NULL))
        continue;
      key = g_strdup_printf ("%s %s", bl_record_get_id (BL_RECORD (rating->rating)), item->item);
      reason = (Reason){ g_str_hash (key), rating, i };
      g_array_append_val (reasons, reason);
    }
  g_array_sort (reasons, compare_reasons);
  return reasons;
}

static void
show_reasons (BlAssessMeetView *self, const BlAssessItem *item)
{
  g_autoptr (GArray) reasons = shuffle_reasons (self, item);
  g_autofree char *title = g_strdup_printf (ngettext ("%u reason was written", "%u reasons were written", reasons->len), reasons->len);
  gboolean named = FALSE;

  bl_record_get_boolean (BL_RECORD (self->assessment), "names-shown", &named);
  gtk_expander_set_label (self->reasons, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reasons), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), reasons->len > 0);
  empty (self->reason_rows);
  for (guint i = 0; gtk_expander_get_expanded (self->reasons) && i < reasons->len; i++)
    {
      Reason *reason = &g_array_index (reasons, Reason, i);
      BlRecord *rating = BL_RECORD (reason->rating->rating);
      const char *text = bl_record_get_text (rating, "reason"), *example = bl_record_get_text (rating, "example");
      const char *level = reason->rating->level != NULL ? get_label (reason->rating->level) : NULL;
      g_autofree char *name = named ? bl_assess_name_member (self->study->framework, self->study->members[reason->member].member) : NULL;
      g_autofree char *below = name != NULL && level != NULL ? g_strdup_printf ("%s · %s", name, level) : g_strdup (name != NULL ? name : level);
      g_autofree char *said = text != NULL && example != NULL ? g_strdup_printf ("%s\n%s", text, example) : g_strdup (text != NULL ? text : example);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), said);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      if (below != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
      gtk_list_box_append (self->reason_rows, row);
    }
  show_label (self->names_note,
              named ? _ ("Reasons are shown with names, as the team agreed. Everybody’s view counts; a view that differs is written down.")
                    : _ ("Ratings and reasons are shown without names. Everybody’s view counts; a view that differs is written down."));
}

/* --- The list of criteria -------------------------------------------------------------------------- */

static GtkWidget *
make_criterion_row (void)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *title = gtk_label_new (NULL), *state = gtk_label_new (NULL);
  GtkWidget *image = bl_spread_image_new ();

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? title : state;

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_add_css_class (state, "small");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), image);
  gtk_widget_add_css_class (box, "meet-criterion");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "state", state);
  g_object_set_data (G_OBJECT (row), "image", image);
  return row;
}

/* "Agreed: Working well", "Now: people differ by 3 levels.", "Within one level. 1 of 6 is not sure". */
static char *
say_state (BlAssessMeetView *self, const BlAssessItem *item, gboolean now, const char **style)
{
  g_autofree char *said = bl_assess_item_say (self->study, item), *not_sure = bl_assess_item_say_not_sure (item);

  *style = "dim-label";
  if (item->agreed != NULL)
    {
      *style = "good-text";
      return item->n_dissents > 0 ? g_strdup_printf (ngettext ("Agreed: %s, %u different view", "Agreed: %s, %u different views", item->n_dissents),
                                                     get_label (item->agreed), item->n_dissents)
                                  : g_strdup_printf (_ ("Agreed: %s"), get_label (item->agreed));
    }
  if (item->set_aside)
    {
      *style = "good-text";
      return g_strdup (_ ("Set aside"));
    }
  if (item->agreement != NULL && bl_record_get_text (BL_RECORD (item->agreement), "parked") != NULL)
    {
      *style = "warn-text";
      return g_strdup (_ ("Parked"));
    }
  if (now && item->spread == BL_ASSESS_SPREAD_WIDE)
    *style = "bad-text";
  return not_sure != NULL ? g_strdup_printf ("%s %s", said, not_sure) : g_steal_pointer (&said);
}

static void
show_criterion_row (BlAssessMeetView *self, GtkWidget *row, const BlAssessItem *item)
{
  static const char *const styles[] = { "dim-label", "good-text", "warn-text", "bad-text" };
  GtkWidget *title = g_object_get_data (G_OBJECT (row), "title"), *state = g_object_get_data (G_OBJECT (row), "state");
  gboolean now = g_strcmp0 (item->item, self->criterion) == 0;
  const char *style = NULL;
  g_autofree char *said = say_state (self, item, now, &style), *dots = say_dots (self, item), *name = NULL;

  gtk_label_set_label (GTK_LABEL (title), bl_record_get_text (BL_RECORD (item->criterion), "title"));
  gtk_label_set_label (GTK_LABEL (state), said);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (state, styles[i]);
  gtk_widget_add_css_class (state, style);
  if (now)
    gtk_widget_add_css_class (row, "meet-now");
  else
    gtk_widget_remove_css_class (row, "meet-now");
  bl_spread_image_set (g_object_get_data (G_OBJECT (row), "image"), item, self->study->levels->len);
  name = g_strdup_printf ("%s. %s %s", gtk_label_get_label (GTK_LABEL (title)), said, dots);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, now, -1);
  g_object_set_data_full (G_OBJECT (row), "criterion", g_strdup (item->item), g_free);
}

/* Rows are kept, so that the keyboard stays where it is. */
static void
show_criteria (BlAssessMeetView *self)
{
  g_autoptr (GArray) order = bl_assess_study_order (self->study, self->part);
  guint near = bl_meet_count_near (self->study, (guint) self->part);
  g_autofree char *confirm = g_strdup_printf (ngettext ("_Confirm %u within one level", "_Confirm %u within one level", near), near);
  GtkListBoxRow *row;

  for (guint i = 0; i < order->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->criteria, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_criterion_row ());
          gtk_list_box_append (self->criteria, GTK_WIDGET (row));
        }
      show_criterion_row (self, GTK_WIDGET (row), &self->study->items[g_array_index (order, guint, i)]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->criteria, (int) order->len)) != NULL)
    gtk_list_box_remove (self->criteria, GTK_WIDGET (row));
  gtk_button_set_label (self->confirm_button, confirm);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), near > 0 && bl_session_get_editable (self->session));
}

/* --- Evidence --------------------------------------------------------------------------------------- */

/* Judging takes a moment: once for a criterion and a state of the project's figures. */
static void
show_evidence (BlAssessMeetView *self, const BlAssessItem *item)
{
  guint64 now = bl_session_get_generation (self->session);
  g_autofree char *said = NULL;

  if (g_strcmp0 (self->evidence_of, item->item) == 0 && self->evidence_at == now)
    return;
  g_free (self->evidence_of);
  self->evidence_of = g_strdup (item->item);
  self->evidence_at = now;
  said = bl_meet_say_evidence (self->session, item->criterion, NULL);
  gtk_label_set_label (self->evidence, said != NULL ? said : _ ("The project holds no figure that bears on this. That is a finding, and nobody’s failure."));
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), said != NULL);
}

/* --- The whole ------------------------------------------------------------------------------------------ */

static char *
say_place (BlAssessMeetView *self)
{
  guint rated = 0;
  g_autofree char *people = NULL;

  for (guint i = 0; i < self->study->n_members; i++)
    rated += self->study->members[i].done > 0;
  people = g_strdup_printf (ngettext ("%u person has rated", "%u people have rated", rated), rated);
  if (get_part (self) == NULL)
    return g_steal_pointer (&people);
  /* Translators: "Characteristic 3 of 10 · 7 people have rated". */
  return g_strdup_printf (_ ("Characteristic %d of %u · %s"), self->part + 1, self->study->n_parts, people);
}

static void
on_strip_clicked (GtkButton *button, BlAssessMeetView *self)
{
  bl_assess_meet_view_go (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "part")), NULL);
}

static void
show_strip (BlAssessMeetView *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->strip));
  guint written = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->study->n_parts; i++)
    {
      const BlAssessPart *part = &self->study->parts[i];
      const char *title = bl_record_get_text (part->record, "title");
      g_autofree char *name = NULL;

      if (button == NULL)
        {
          button = gtk_button_new ();
          gtk_widget_add_css_class (button, "meet-step");
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          g_object_set_data (G_OBJECT (button), "part", GINT_TO_POINTER ((int) i));
          g_signal_connect_object (button, "clicked", G_CALLBACK (on_strip_clicked), self, 0);
          gtk_box_append (self->strip, button);
        }
      written += part->complete;
      name = g_strdup_printf (part->complete ? _ ("%s, written up") : _ ("%s, %u of %u agreed"), title, part->n_agreed, part->n);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      (part->complete ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (button, "done");
      (self->part == (int) i ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (button, "now");
      button = gtk_widget_get_next_sibling (button);
    }
  while (button != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (button);

      gtk_box_remove (self->strip, button);
      button = next;
    }
  words = g_strdup_printf (_ ("%u of %u written up"), written, self->study->n_parts);
  gtk_label_set_label (self->written, words);
}

/* "q-5b" goes on with what "q-5a" began. */
static gboolean
goes_on (const BlTimetableEntry *entry, const BlTimetableEntry *before)
{
  const char *item = bl_record_get_text (BL_RECORD (entry->entry), "item");
  const char *first = bl_record_get_text (BL_RECORD (before->entry), "item");
  gsize length = item != NULL && first != NULL ? strlen (item) : 0;

  return length > 1 && strlen (first) == length && g_ascii_isalpha (item[length - 1]) && strncmp (item, first, length - 1) == 0;
}

/* What the route has before its first characteristic, or after its last. */
static void
fill_route (BlAssessMeetView *self, GtkListBox *list, gboolean before)
{
  guint first = G_MAXUINT, last = 0;

  empty (list);
  for (guint i = 0; i < self->timetable->n_entries; i++)
    {
      const char *concerns = bl_record_get_text (BL_RECORD (self->timetable->entries[i].entry), "concerns");

      if (concerns == NULL && (first == G_MAXUINT || !goes_on (&self->timetable->entries[i], &self->timetable->entries[last])))
        continue;
      first = MIN (first, i);
      last = i;
    }
  for (guint i = 0; i < self->timetable->n_entries; i++)
    {
      const BlTimetableEntry *entry = &self->timetable->entries[i];
      g_autofree char *minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) entry->minutes), entry->minutes);
      g_autofree char *title = g_strdup_printf ("%s · %s", minutes, entry->title);
      GtkWidget *row;

      if (before ? i >= first : i <= last)
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      if (entry->say != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->say);
      gtk_list_box_append (list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
}

static void
show_ends (BlAssessMeetView *self)
{
  guint judged = 0;
  g_autofree char *results = NULL;

  for (guint i = 0; i < self->study->n_areas; i++)
    judged += self->study->areas[i].complete;
  results = g_strdup_printf (ngettext ("Before asking how the service works, look at what it achieves. %u of %u results area is judged.",
                                       "Before asking how the service works, look at what it achieves. %u of %u results areas are judged.",
                                       self->study->n_areas),
                             judged, self->study->n_areas);
  gtk_label_set_label (self->results_line, results);
  if (self->part < 0)
    fill_route (self, self->opening_rows, TRUE);
  else
    fill_route (self, self->closing_rows, FALSE);
  empty (self->closing_missing);
  for (guint i = 0; i < self->study->missing->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (self->study->missing, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->closing_missing, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->closing_missing), self->study->missing->len > 0);
  gtk_label_set_label (self->restart_words, self->study->complete
                                                ? _ ("Everything is agreed and written up. The improvement plan may open.")
                                                : _ ("What is still missing before the plan opens:"));
}

void
bl_assess_meet_view_refresh (BlAssessMeetView *self)
{
  const BlAssessItem *item;
  const BlAssessPart *part;
  g_autofree char *place = NULL;

  if (self->study == NULL || self->study->framework == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  place = say_place (self);
  part = get_part (self);
  item = bl_assess_meet_view_get_item (self);
  adw_window_title_set_subtitle (self->title, place);
  show_strip (self);
  gtk_button_set_label (self->next_button, part == NULL ? (self->part < 0 ? _ ("_Begin") : _ ("_Leave meeting")) : _ ("_Next criterion"));
  if (part == NULL || item == NULL)
    {
      adw_window_title_set_title (self->title, self->part < 0 ? _ ("Opening and results") : _ ("Closing"));
      show_ends (self);
      gtk_stack_set_visible_child_name (self->stack, self->part < 0 ? "opening" : "closing");
      return;
    }
  adw_window_title_set_title (self->title, bl_record_get_text (part->record, "title"));
  show_spread (self, item);
  show_agreement (self, item);
  show_dissents (self, item);
  show_reasons (self, item);
  show_criteria (self);
  show_evidence (self, item);
  bl_assess_meet_view_show_prompt (self);
  bl_assess_meet_view_show_step (self);
  bl_meet_findings_set_part (self->strengths, self->assessment, part->item);
  bl_meet_findings_set_part (self->areas, self->assessment, part->item);
  bl_meet_text_set_part (self->now, self->session, self->assessment, part->item);
  bl_meet_text_set_part (self->planned, self->session, self->assessment, part->item);
  bl_meet_text_set_part (self->notes, self->session, self->assessment, part->item);
  gtk_stack_set_visible_child_name (self->stack, "part");
}
