/* rating-view.c: rating alone: the characteristics at the side, the criteria of one as cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rating-view.h"

#include <glib/gi18n-lib.h>

#include "prose-field.h"
#include "rating-card.h"

struct _BlRatingView
{
  GtkBox parent;
  BlRatingSheet *sheet;
  GPtrArray *parts; /* of BlCharacteristic, borrowed */
  guint part;
  AdwFlap *flap;
  GtkListBox *list;
  GtkProgressBar *progress;
  GtkLabel *count, *privacy, *place, *title, *statement, *when, *notices, *help, *levels, *state_label;
  GtkImage *state_icon;
  GtkWidget *help_expander, *forward_box, *show_list;
  GtkBox *cards;
  GtkScrolledWindow *scroller;
  GtkButton *back, *next;
  BlProseField *strength, *area;
  gboolean updating;
};

enum
{
  LATER,
  FINISH,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BlRatingView, bl_rating_view, GTK_TYPE_BOX)

/* --- The list at the side ------------------------------------------------------------- */

typedef struct
{
  GtkWidget *icon, *number, *count;
} Line;

static GtkWidget *
make_row (guint place, BlCharacteristic *part)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (bl_record_get_text (BL_RECORD (part), "title"));
  g_autofree char *number = g_strdup_printf ("%u", place + 1);
  Line *line = g_new0 (Line, 1);

  line->icon = gtk_image_new ();
  line->number = gtk_label_new (number);
  line->count = gtk_label_new (NULL);
  gtk_widget_set_size_request (mark, 18, -1);
  gtk_widget_set_hexpand (mark, FALSE); /* what stands in it must not widen it */
  gtk_widget_set_halign (line->icon, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (line->icon, TRUE);
  gtk_widget_set_hexpand (line->number, TRUE);
  gtk_widget_add_css_class (line->number, "dim-label");
  gtk_widget_add_css_class (line->count, "note");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (mark), line->icon);
  gtk_box_append (GTK_BOX (mark), line->number);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "line", line, g_free);
  return row;
}

static void
update_rows (BlRatingView *self)
{
  guint all_done, all_of;
  g_autofree char *all = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      Line *line = g_object_get_data (G_OBJECT (row), "line");
      guint done, of;
      gboolean here = i == self->part;
      g_autofree char *words = NULL, *name = NULL;

      bl_rating_sheet_count (self->sheet, self->parts->pdata[i], &done, &of);
      words = g_strdup_printf (_ ("%1$u of %2$u"), done, of);
      name = g_strdup_printf (_ ("%1$s, %2$u of %3$u answered"), bl_record_get_text (self->parts->pdata[i], "title"), done, of);
      gtk_image_set_from_icon_name (GTK_IMAGE (line->icon), done == of ? "object-select-symbolic" : "document-edit-symbolic");
      gtk_widget_set_visible (line->icon, done == of || here);
      gtk_widget_set_visible (line->number, done < of && !here);
      if (done == of)
        gtk_widget_add_css_class (line->icon, "good-text");
      else
        gtk_widget_remove_css_class (line->icon, "good-text");
      gtk_label_set_label (GTK_LABEL (line->count), words);
      gtk_widget_set_visible (line->count, done > 0 || here);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  bl_rating_sheet_count (self->sheet, NULL, &all_done, &all_of);
  all = g_strdup_printf (_ ("%1$u of %2$u answered"), all_done, all_of);
  gtk_label_set_label (self->count, all);
  gtk_progress_bar_set_fraction (self->progress, all_of > 0 ? (double) all_done / all_of : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, all, -1);
}

/* --- The cards --------------------------------------------------------------------------- */

static BlRatingCard *
find_card (BlRatingView *self, BlRatingCard *from, gboolean forward)
{
  GtkWidget *child = from == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->cards))
                     : forward    ? gtk_widget_get_next_sibling (GTK_WIDGET (from))
                                  : gtk_widget_get_prev_sibling (GTK_WIDGET (from));

  return (BlRatingCard *) child;
}

static void
on_card_next (BlRatingView *self, BlRatingCard *card)
{
  BlRatingCard *next = find_card (self, card, TRUE);

  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->strength));
}

static void
on_card_previous (BlRatingView *self, BlRatingCard *card)
{
  BlRatingCard *previous = find_card (self, card, FALSE);

  if (previous != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (previous));
}

static void
clear_cards (BlRatingView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
}

static const char *
get_part_item (BlRatingView *self)
{
  return bl_record_get_text (self->parts->pdata[self->part], "item");
}

static void
update_forward (BlRatingView *self)
{
  const char *item = get_part_item (self);

  bl_prose_field_set_text (self->strength, bl_rating_sheet_get_finding (self->sheet, item, BL_FINDING_STRENGTH));
  bl_prose_field_set_text (self->area, bl_rating_sheet_get_finding (self->sheet, item, BL_FINDING_AREA));
}

static void
show_part (BlRatingView *self)
{
  BlCharacteristic *part = self->parts->pdata[self->part];
  g_autoptr (GPtrArray) criteria = bl_rating_sheet_list_criteria (self->sheet, part);
  g_autofree char *place = g_strdup_printf (_ ("Characteristic %1$u of %2$u"), self->part + 1, self->parts->len);
  gboolean last = self->part + 1 == self->parts->len;

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->title, bl_record_get_text (BL_RECORD (part), "title"));
  gtk_label_set_label (self->statement, bl_record_get_text (BL_RECORD (part), "statement"));
  clear_cards (self);
  for (guint i = 0; i < criteria->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.%u", self->part + 1, i + 1);
      GtkWidget *card = bl_rating_card_new (self->sheet, criteria->pdata[i], number);

      g_signal_connect_object (card, "next", G_CALLBACK (on_card_next), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "previous", G_CALLBACK (on_card_previous), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.previous", self->part > 0);
  gtk_button_set_label (self->next, last ? _ ("Finish…") : _ ("Next"));
  update_forward (self);
  update_rows (self);
  self->updating = TRUE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) self->part));
  self->updating = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* --- Callbacks ------------------------------------------------------------------------ */

/* A level was chosen, somebody undid, a file came in: the cards stay, so that the keyboard does. */
static void
on_changed (BlRatingView *self)
{
  if (bl_rating_sheet_get_framework (self->sheet) == NULL)
    {
      bl_rating_view_set_sheet (self, NULL);
      g_signal_emit (self, signals[LATER], 0);
      return;
    }
  for (BlRatingCard *card = find_card (self, NULL, TRUE); card != NULL; card = find_card (self, card, TRUE))
    bl_rating_card_update (card);
  if (self->parts->len > 0)
    update_forward (self);
  update_rows (self);
}

static void
on_row (BlRatingView *self, GtkListBoxRow *row)
{
  if (self->updating || row == NULL || (guint) gtk_list_box_row_get_index (row) == self->part)
    return;
  bl_rating_view_show_part (self, (guint) gtk_list_box_row_get_index (row));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_forward_written (BlRatingView *self, const char *text, BlProseField *field)
{
  bl_rating_sheet_set_finding (self->sheet, get_part_item (self), field == self->strength ? BL_FINDING_STRENGTH : BL_FINDING_AREA,
                               text);
}

static void
on_left (BlRatingView *self)
{
  if (self->sheet != NULL)
    bl_rating_sheet_end (self->sheet);
}

static void
focus_first (BlRatingView *self)
{
  BlRatingCard *first = find_card (self, NULL, TRUE);

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* --- Actions ----------------------------------------------------------------------- */

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlRatingView *self = BL_RATING_VIEW (widget);

  if (self->sheet == NULL)
    return;
  if (self->part + 1 >= self->parts->len)
    {
      bl_rating_view_flush (self);
      g_signal_emit (self, signals[FINISH], 0);
      return;
    }
  bl_rating_view_show_part (self, self->part + 1);
  focus_first (self);
}

static void
previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BlRatingView *self = BL_RATING_VIEW (widget);

  if (self->sheet == NULL || self->part == 0)
    return;
  bl_rating_view_show_part (self, self->part - 1);
  focus_first (self);
}

static void
later (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bl_rating_view_flush (BL_RATING_VIEW (widget));
  g_signal_emit (widget, signals[LATER], 0);
}

static void
help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkExpander *expander = GTK_EXPANDER (BL_RATING_VIEW (widget)->help_expander);

  gtk_expander_set_expanded (expander, !gtk_expander_get_expanded (expander));
}

/* --- Overrides ------------------------------------------------------------------------ */

static void
bl_rating_view_dispose (GObject *object)
{
  BlRatingView *self = BL_RATING_VIEW (object);

  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  g_clear_object (&self->sheet);
  gtk_widget_dispose_template (GTK_WIDGET (self), BL_TYPE_RATING_VIEW);
  G_OBJECT_CLASS (bl_rating_view_parent_class)->dispose (object);
}

static void
bl_rating_view_finalize (GObject *object)
{
  g_clear_pointer (&BL_RATING_VIEW (object)->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (bl_rating_view_parent_class)->finalize (object);
}

static void
bl_rating_view_class_init (BlRatingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bl_rating_view_dispose;
  object_class->finalize = bl_rating_view_finalize;
  signals[LATER] = g_signal_new ("later", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISH] = g_signal_new ("finish", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "rating.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "rating.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "rating.later", NULL, later);
  gtk_widget_class_install_action (widget_class, "rating.help", NULL, help);
  g_type_ensure (BL_TYPE_PROSE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/branchline/Branchline/rating-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, flap);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, list);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, progress);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, count);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, privacy);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, show_list);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, place);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, title);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, statement);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, when);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, notices);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, help_expander);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, help);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, levels);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, cards);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, forward_box);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, strength);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, area);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, back);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, next);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, state_icon);
  gtk_widget_class_bind_template_child (widget_class, BlRatingView, state_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row);
  gtk_widget_class_bind_template_callback (widget_class, on_forward_written);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
}

static void
bl_rating_view_init (BlRatingView *self)
{
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ------------------------------------------------------------------------ */

GtkWidget *
bl_rating_view_new (void)
{
  return g_object_new (BL_TYPE_RATING_VIEW, NULL);
}

/* What the scale means, once for all cards. */
static void
fill_help (BlRatingView *self)
{
  BlScaleOfLevels *scale = bl_rating_sheet_get_scale (self->sheet);
  g_autoptr (GPtrArray) levels = bl_rating_sheet_list_levels (self->sheet);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = scale != NULL ? bl_record_get_text (BL_RECORD (scale), "help") : NULL;

  for (guint i = 0; i < levels->len; i++)
    {
      const char *means = bl_record_get_text (levels->pdata[i], "descriptor");
      g_autofree char *number = bl_record_get_as_text (levels->pdata[i], "level");

      /* Translators: a key, a level and what it means: "2  Taking shape. We have …". */
      g_string_append_printf (words, _ ("%1$s  %2$s. %3$s"), number != NULL ? number : "0",
                              bl_record_get_text (levels->pdata[i], "label"), means != NULL ? means : "");
      if (i + 1 < levels->len)
        g_string_append_c (words, '\n');
    }
  gtk_label_set_label (self->help, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), text != NULL);
  gtk_label_set_label (self->levels, words->str);
}

void
bl_rating_view_set_sheet (BlRatingView *self, BlRatingSheet *sheet)
{
  GtkListBoxRow *row;
  BlRecord *framework;
  g_autofree char *when = NULL, *private = NULL, *notices = NULL;
  const char *said[3] = { NULL, NULL, NULL };
  guint n = 0;

  g_return_if_fail (BL_IS_RATING_VIEW (self));
  if (self->sheet != NULL)
    {
      bl_rating_view_flush (self);
      g_signal_handlers_disconnect_by_data (self->sheet, self);
    }
  clear_cards (self);
  g_set_object (&self->sheet, sheet);
  self->updating = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->updating = FALSE;
  g_ptr_array_set_size (self->parts, 0);
  framework = sheet != NULL ? BL_RECORD (bl_rating_sheet_get_framework (sheet)) : NULL;
  if (framework == NULL)
    return;
  g_signal_connect_object (sheet, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_unref (self->parts);
  self->parts = bl_rating_sheet_list_characteristics (sheet);
  self->updating = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    gtk_list_box_append (self->list, make_row (i, self->parts->pdata[i]));
  self->updating = FALSE;
  when = bl_rating_sheet_say_when (sheet);
  gtk_label_set_label (self->when, when != NULL ? when : "");
  gtk_widget_set_visible (GTK_WIDGET (self->when), when != NULL);
  private = bl_rating_sheet_say_private (sheet);
  gtk_label_set_label (self->privacy, private);
  if (bl_record_get_text (framework, "notice-short") != NULL)
    said[n++] = bl_record_get_text (framework, "notice-short");
  if (bl_record_get_text (framework, "notice-tone") != NULL)
    said[n++] = bl_record_get_text (framework, "notice-tone");
  notices = g_strjoinv (" ", (char **) said);
  gtk_label_set_label (self->notices, notices);
  gtk_widget_set_visible (GTK_WIDGET (self->notices), n > 0);
  bl_prose_field_set_editable (self->strength, bl_rating_sheet_get_editable (sheet));
  bl_prose_field_set_editable (self->area, bl_rating_sheet_get_editable (sheet));
  fill_help (self);
  self->part = 0;
  /* Where they left off. */
  for (guint i = self->parts->len; i > 0; i--)
    {
      guint done, of;

      bl_rating_sheet_count (sheet, self->parts->pdata[i - 1], &done, &of);
      if (done < of)
        self->part = i - 1;
    }
  if (self->parts->len > 0)
    show_part (self);
}

void
bl_rating_view_show_part (BlRatingView *self, guint place)
{
  g_return_if_fail (BL_IS_RATING_VIEW (self));
  if (self->sheet == NULL || place >= self->parts->len)
    return;
  bl_rating_view_flush (self);
  self->part = place;
  show_part (self);
}

guint
bl_rating_view_get_part (BlRatingView *self)
{
  g_return_val_if_fail (BL_IS_RATING_VIEW (self), 0);
  return self->part;
}

void
bl_rating_view_set_state (BlRatingView *self, const char *state, gboolean good)
{
  g_return_if_fail (BL_IS_RATING_VIEW (self));
  gtk_label_set_label (self->state_label, state);
  gtk_image_set_from_icon_name (self->state_icon, good ? "object-select-symbolic" : "dialog-warning-symbolic");
}

void
bl_rating_view_flush (BlRatingView *self)
{
  g_return_if_fail (BL_IS_RATING_VIEW (self));
  if (self->sheet == NULL)
    return;
  for (BlRatingCard *card = find_card (self, NULL, TRUE); card != NULL; card = find_card (self, card, TRUE))
    bl_rating_card_flush (card);
  bl_prose_field_flush (self->strength);
  bl_prose_field_flush (self->area);
}
