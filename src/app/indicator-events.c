/* indicator-events.c: what happened to a series: breaks, what people said, what the rules found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "indicator-events.h"

#include <glib/gi18n-lib.h>

#include "indicator-change.h"
#include "notice.h"
#include "text.h"
#include "verdict-words.h"

/* The newest are shown, the rest counted: a long series has many. */
#define MOST_SIGNALS 6

/* One row of the list. */
typedef struct
{
  guint32 day;
  char *title, *text;
  BlRecord *record; /* the indicator's own; NULL: of its figures */
  int index;        /* of the observation; -1: none */
} Event;

struct _BlIndicatorEvents
{
  AdwBin parent;
  BlIndicatorStudy *study;
  GtkListBox *events, *signals;
  GtkWidget *events_part, *signals_part;
  GtkLabel *more;
  AdwBin *offer;
};

enum
{
  PERIOD_PICKED,
  CHANGE_ASKED,
  REBASE_ASKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlIndicatorEvents, bl_indicator_events, ADW_TYPE_BIN)

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_free (event->title);
  g_free (event->text);
  g_clear_object (&event->record);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Event *) a)->day, second = ((const Event *) b)->day;

  return first < second ? -1 : first > second;
}

/* The first observation that ends after @day; -1. */
static int
find_at (const BlObservations *values, guint32 day)
{
  for (guint i = 0; i < values->n; i++)
    if (MAX (values->items[i].period.end, values->items[i].period.start + 1) > day)
      return (int) i;
  return -1;
}

/* --- What there is ---------------------------------------------------------------- */

static char *
describe_break (BlBreakCause cause, guint32 from)
{
  g_autofree char *day = bl_text_date_for_people (from);

  /* Translators: a day, and what happened: "1 September 2018: What is counted changed". */
  return g_strdup_printf (_ ("%s: %s"), day, _ (bl_break_cause_get_title (cause)));
}

static void
add_breaks (BlIndicatorEvents *self, const BlObservations *values, GArray *events)
{
  BlRecord *indicator = BL_RECORD (bl_indicator_study_get_indicator (self->study));
  GListModel *breaks = bl_record_get_list (indicator, "breaks");

  for (guint i = 0; i < g_list_model_get_n_items (breaks); i++)
    {
      g_autoptr (BlRecord) own = g_list_model_get_item (breaks, i);
      const char *reason = bl_record_get_text (own, "reason"), *agreed = bl_record_get_text (own, "agreed-by");
      Event event = { .record = g_object_ref (own) };

      if (!bl_record_get_date (own, "from", &event.day))
        event.day = 0;
      event.title = describe_break (bl_record_get_enum (own, "cause"), event.day);
      event.text = agreed != NULL && reason != NULL ? g_strdup_printf (_ ("%s. Agreed by %s."), reason, agreed)
                                                    : g_strdup (reason);
      event.index = find_at (values, event.day);
      g_array_append_val (events, event);
    }
  for (guint m = 0; m < values->n_marks; m++)
    {
      const BlMark *mark = &values->marks[m];
      gboolean own = FALSE;

      for (guint i = 0; i < events->len; i++)
        own |= g_array_index (events, Event, i).day == mark->from;
      if (!own)
        {
          Event event = { .day = mark->from, .title = describe_break (mark->cause, mark->from),
                          .text = mark->reason != NULL ? g_strdup_printf (_ ("%s (with the figures)"), mark->reason)
                                                       : g_strdup (_ ("Said with the figures.")),
                          .index = find_at (values, mark->from) };

          g_array_append_val (events, event);
        }
    }
}

static void
add_comments (BlIndicatorEvents *self, const BlObservations *values, GArray *events)
{
  BlRecord *indicator = BL_RECORD (bl_indicator_study_get_indicator (self->study));
  GListModel *comments = bl_record_get_list (indicator, "comments");

  for (guint i = 0; i < g_list_model_get_n_items (comments); i++)
    {
      g_autoptr (BlRecord) comment = g_list_model_get_item (comments, i);
      const char *text = bl_record_get_text (comment, "text"), *by = bl_record_get_text (comment, "by");
      const char *iso = bl_record_get_text (comment, "period");
      Event event = { .record = g_object_ref (comment), .index = -1 };
      BlPeriod period;

      if (iso != NULL && bl_period_parse (iso, values->kind, &period, NULL))
        {
          event.day = period.start;
          event.title = bl_words_period (&period);
          event.index = bl_observations_find (values, &period);
        }
      else
        event.title = g_strdup (iso != NULL ? iso : _ ("Comment"));
      event.text = by != NULL ? g_strdup_printf (_ ("%s – %s"), text != NULL ? text : "", by) : g_strdup (text);
      g_array_append_val (events, event);
    }
}

/* --- Rows --------------------------------------------------------------------------- */

static void
on_change_clicked (GtkButton *button, BlIndicatorEvents *self)
{
  g_signal_emit (self, signals[CHANGE_ASKED], 0, g_object_get_data (G_OBJECT (button), "record"));
}

static void
on_remove_clicked (GtkButton *button, BlIndicatorEvents *self)
{
  g_autoptr (BlRecord) record = g_object_ref (g_object_get_data (G_OBJECT (button), "record"));

  bl_indicator_change_remove (bl_indicator_study_get_session (self->study),
                            bl_indicator_study_get_indicator (self->study), record);
}

static void
add_button (BlIndicatorEvents *self, GtkWidget *row, const Event *event, const char *icon, const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, event->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "record", g_object_ref (event->record), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Words of people are text, not markup. */
static GtkWidget *
make_row (const char *icon, const char *title, const char *text, int index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain_title = g_markup_escape_text (title, -1);
  g_autofree char *plain_text = g_markup_escape_text (text != NULL ? text : "", -1);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain_text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), index >= 0);
  g_object_set_data (G_OBJECT (row), "index", GINT_TO_POINTER (index + 1));
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_events (BlIndicatorEvents *self, const BlObservations *values)
{
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (Event));
  gboolean editable = bl_session_get_editable (bl_indicator_study_get_session (self->study));

  g_array_set_clear_func (events, event_clear);
  add_breaks (self, values, events);
  add_comments (self, values, events);
  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      GtkWidget *row = make_row (BL_IS_COMMENT (event->record) ? "chat-message-new-symbolic" : "media-playback-pause-symbolic",
                                 event->title, event->text, event->index);

      if (event->record != NULL && editable)
        {
          add_button (self, row, event, "document-edit-symbolic", _ ("Change"), G_CALLBACK (on_change_clicked));
          add_button (self, row, event, "edit-delete-symbolic", _ ("Remove"), G_CALLBACK (on_remove_clicked));
        }
      gtk_list_box_append (self->events, row);
    }
  gtk_widget_set_visible (self->events_part, events->len > 0);
}

/* Newest first. */
static void
show_signals (BlIndicatorEvents *self, const BlJudgement *judgement)
{
  guint shown = 0, all = 0;

  for (guint i = judgement->n_signals; i > 0; i--)
    {
      const BlSignal *signal = &judgement->signals[i - 1];

      if (signal->sentence == NULL)
        continue;
      all++;
      if (shown == MOST_SIGNALS)
        continue;
      gtk_list_box_append (self->signals, make_row ("dialog-information-symbolic", signal->title != NULL ? signal->title : "",
                                                    signal->sentence, (int) signal->last));
      shown++;
    }
  gtk_widget_set_visible (self->signals_part, shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), all > shown);
  if (all > shown)
    {
      g_autofree char *words
          = g_strdup_printf (ngettext ("and %u earlier one", "and %u earlier ones", all - shown), all - shown);

      gtk_label_set_label (self->more, words);
    }
}

static void
on_rebase_clicked (BlIndicatorEvents *self)
{
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);

  if (judgement != NULL && judgement->rebase_offered)
    g_signal_emit (self, signals[REBASE_ASKED], 0, values->values->items[judgement->rebase_from].period.start);
}

/* 5.3: never automatic; only offered, and then the cause is asked for. */
static void
show_offer (BlIndicatorEvents *self, const BlIndicatorValues *values, const BlJudgement *judgement)
{
  GtkWidget *notice, *button;
  g_autofree char *when = NULL, *title = NULL;

  adw_bin_set_child (self->offer, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), judgement->rebase_offered);
  if (!judgement->rebase_offered)
    return;
  when = bl_words_period (&values->values->items[judgement->rebase_from].period);
  title = g_strdup_printf (_ ("Do you know what changed in %s?"), when);
  notice = bl_notice_new ("dialog-information-symbolic", title,
                          _ ("If there is a cause, average and limits can start again there. Without one the old ones stay, and the signal keeps showing."));
  button = bl_notice_add_button (BL_NOTICE (notice), _ ("_Start again there…"), FALSE);
  gtk_widget_set_sensitive (button, bl_session_get_editable (bl_indicator_study_get_session (self->study)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_rebase_clicked), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->offer, notice);
}

static void
show (BlIndicatorEvents *self)
{
  const BlIndicatorValues *values = bl_indicator_study_get_values (self->study, NULL);
  const BlJudgement *judgement = bl_indicator_study_get_judgement (self->study);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  clear_list (self->events);
  clear_list (self->signals);
  adw_bin_set_child (self->offer, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), FALSE);
  gtk_widget_set_visible (self->events_part, FALSE);
  gtk_widget_set_visible (self->signals_part, FALSE);
  if (values == NULL || judgement == NULL)
    return;
  show_events (self, values->values);
  show_signals (self, judgement);
  show_offer (self, values, judgement);
  /* The row with the keyboard was made anew: the first takes its place. */
  if (focused && gtk_widget_get_visible (self->events_part))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->events, 0)));
}

static void
on_row_activated (BlIndicatorEvents *self, GtkListBoxRow *row)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "index")) - 1;

  if (index >= 0)
    g_signal_emit (self, signals[PERIOD_PICKED], 0, index);
}

static void
bl_indicator_events_dispose (GObject *object)
{
  g_clear_object (&BL_INDICATOR_EVENTS (object)->study);
  G_OBJECT_CLASS (bl_indicator_events_parent_class)->dispose (object);
}

static void
bl_indicator_events_class_init (BlIndicatorEventsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bl_indicator_events_dispose;
  signals[PERIOD_PICKED]
      = g_signal_new ("period-picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHANGE_ASKED]
      = g_signal_new ("change-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, BL_TYPE_RECORD);
  signals[REBASE_ASKED]
      = g_signal_new ("rebase-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/indicator-events.ui");
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, events);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, signals);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, events_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, signals_part);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, more);
  gtk_widget_class_bind_template_child (widget_class, BlIndicatorEvents, offer);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bl_indicator_events_init (BlIndicatorEvents *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bl_indicator_events_set_study (BlIndicatorEvents *self, BlIndicatorStudy *study)
{
  g_return_if_fail (BL_IS_INDICATOR_EVENTS (self) && self->study == NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
