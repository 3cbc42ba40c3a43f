// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/note_row.h"

#include "model/notes/note_tags.h"
#include "widgets/icons.h"
#include "widgets/note_list.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStringListModel>
#include <QToolButton>

namespace cadastre {

namespace {

constexpr int tagWidth = 104;

QString placeholderOf(const NoteTag* tag)
{
    switch (tag ? tag->field : NoteField::Text) {
    case NoteField::None:
        return {};
    case NoteField::Text:
        return {};
    case NoteField::Owner:
        return NoteRow::tr("team");
    case NoteField::Convention:
        return NoteRow::tr("name of the convention");
    case NoteField::Name:
        return NoteRow::tr("better name");
    case NoteField::Version:
        return QStringLiteral("v1");
    case NoteField::Source:
        return NoteRow::tr("where it is copied from");
    case NoteField::Values:
        return NoteRow::tr("0=meaning, 1=meaning");
    case NoteField::Formats:
        return QStringLiteral("YYYY-MM-DD | DD.MM.YYYY");
    case NoteField::Reference:
        return NoteRow::tr("table(column)");
    case NoteField::Kind:
        return NoteRow::tr("kind of personal data");
    case NoteField::Url:
        return QStringLiteral("https://");
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList noteCompletions(const QString& tag, const CommentView& view)
{
    const NoteTag* known = noteTag(tag);
    const NoteChoices none;
    const NoteChoices& choices = view.choices ? *view.choices : none;
    switch (known ? known->field : NoteField::Text) {
    case NoteField::Owner:
        return choices.owners;
    case NoteField::Convention:
        return choices.conventions;
    case NoteField::Version:
        return {QStringLiteral("v1"), QStringLiteral("v2"), QStringLiteral("v3")};
    case NoteField::Source:
        return choices.sources;
    case NoteField::Values:
        return view.values.isEmpty() ? QStringList()
                                     : QStringList(QString(view.values.join(QStringLiteral("=, ")) +
                                                           QLatin1Char('=')));
    case NoteField::Formats:
        return {QStringLiteral("YYYY-MM-DD"), QStringLiteral("DD.MM.YYYY"),
                QStringLiteral("MM/DD/YYYY"), QStringLiteral("YYYYMMDD"),
                QStringLiteral("ISO 8601")};
    case NoteField::Reference:
        return choices.references;
    case NoteField::Kind:
        return {QStringLiteral("name"),          QStringLiteral("email"),
                QStringLiteral("phone"),         QStringLiteral("address"),
                QStringLiteral("date of birth"), QStringLiteral("bank account"),
                QStringLiteral("IP address"),    QStringLiteral("health")};
    default:
        return {};
    }
}

NoteRow::NoteRow(QWidget* parent)
    : QWidget(parent)
    , m_tag(new QComboBox(this))
    , m_plainTag(new QLabel(this))
    , m_value(new QLineEdit(this))
    , m_remove(new QToolButton(this))
{
    m_tag->setFixedWidth(tagWidth);
    m_tag->setFocusPolicy(Qt::StrongFocus);
    m_tag->setAccessibleName(tr("Tag of the note"));
    m_tag->installEventFilter(this);
    m_plainTag->setTextFormat(Qt::PlainText);
    m_plainTag->setFixedWidth(tagWidth);
    m_value->installEventFilter(this);
    m_value->setMinimumWidth(60);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(themedIcon(QStringLiteral("close")));
    m_remove->setToolTip(tr("Take this note away"));
    m_remove->setAccessibleName(m_remove->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_tag);
    layout->addWidget(m_plainTag);
    layout->addWidget(m_value, 1);
    layout->addWidget(m_remove);
    connect(m_value, &QLineEdit::textEdited, this, [this](const QString& typed) {
        completeColumns(typed);
        tell();
    });
    connect(m_tag, &QComboBox::activated, this, &NoteRow::tell);
    connect(m_remove, &QToolButton::clicked, this, &NoteRow::removed);
}

void NoteRow::fillTags(const QString& name, bool isColumn)
{
    m_tag->clear();
    for (const NoteTag& tag : knownNoteTags()) {
        const bool fits = isColumn ? tag.forColumns : tag.forTables;
        if (!fits && tag.name != name)
            continue;
        m_tag->addItem(QString(QLatin1Char('@') + tag.name), QString(tag.name));
        m_tag->setItemData(m_tag->count() - 1, noteTagHint(tag), Qt::ToolTipRole);
    }
    m_tag->setCurrentIndex(m_tag->findData(name));
}

void NoteRow::showNote(const TagLine& note, const CommentView& view)
{
    const QScopedValueRollback filling(m_filling, true);
    const NoteTag* known = noteTag(note.name);
    const bool renamed = note.name != m_name || m_choices != view.choices;
    m_name = note.name;
    m_choices = view.choices;
    m_tag->setVisible(known != nullptr);
    m_plainTag->setVisible(known == nullptr);
    const QString shownTag = QString(QLatin1Char('@') + note.name);
    m_plainTag->setText(m_plainTag->fontMetrics().elidedText(shownTag, Qt::ElideRight, tagWidth));
    m_plainTag->setToolTip(
        tr("%1 is no tag that Cadastre knows: it is kept as it is.").arg(shownTag.toHtmlEscaped()));
    if (renamed) {
        fillTags(note.name, view.isColumn);
        m_tag->setToolTip(known ? noteTagHint(*known) : QString());
        m_value->setPlaceholderText(placeholderOf(known));
        m_value->setAccessibleName(tr("Value of %1").arg(shownTag));
        m_value->setVisible(known == nullptr || known->field != NoteField::None ||
                            !note.value.isEmpty());
        setUpCompletion(view);
    }
    if (m_value->text().trimmed() != note.value || !m_value->hasFocus())
        m_value->setText(note.value);
    if (!m_value->hasFocus())
        m_value->setCursorPosition(0); // of what is too long its beginning is shown
    m_value->setToolTip(note.value.isEmpty() || known == nullptr
                            ? note.value.toHtmlEscaped()
                            : QStringLiteral("<p>%1</p><p>%2</p>")
                                  .arg(note.value.toHtmlEscaped(), noteTagHint(*known)));
}

void NoteRow::setUpCompletion(const CommentView& view)
{
    m_completions = noteCompletions(m_name, view);
    auto* completer = m_value->completer();
    if (completer == nullptr) {
        completer = new QCompleter(new QStringListModel(this), this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        completer->setMaxVisibleItems(12);
        m_value->setCompleter(completer);
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
                [this] { QMetaObject::invokeMethod(this, &NoteRow::tell, Qt::QueuedConnection); });
    }
    static_cast<QStringListModel*>(completer->model())->setStringList(m_completions);
}

/// Behind a table's name and a parenthesis its columns are offered.
void NoteRow::completeColumns(const QString& typed)
{
    const NoteTag* known = noteTag(m_name);
    const bool isReference = known != nullptr && known->field == NoteField::Reference;
    if (!isReference || !m_choices || !m_choices->columnsOf)
        return;
    const qsizetype open = typed.indexOf(QLatin1Char('('));
    const QStringList columns =
        open < 0 ? QStringList() : m_choices->columnsOf(typed.first(open).trimmed());
    auto* model = static_cast<QStringListModel*>(m_value->completer()->model());
    const QStringList& wanted = columns.isEmpty() ? m_completions : columns;
    if (model->stringList() != wanted)
        model->setStringList(wanted);
}

void NoteRow::setReadOnly(bool readOnly)
{
    m_tag->setEnabled(!readOnly);
    m_value->setReadOnly(readOnly);
    m_remove->setVisible(!readOnly);
}

void NoteRow::tell()
{
    if (m_filling)
        return;
    const QString chosen = m_tag->currentData().toString();
    Q_EMIT edited(m_tag->isVisibleTo(this) && !chosen.isEmpty() ? chosen : m_name,
                  m_value->text().trimmed());
}

bool NoteRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tag && event->type() == QEvent::Wheel && !m_tag->hasFocus()) {
        event->ignore();
        return true; // scrolling past is no choice
    }
    if (watched == m_value && event->type() == QEvent::ShortcutOverride) {
        // with nothing of its own to undo or redo, the window's undo is meant
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEmptyUndo = key->matches(QKeySequence::Undo) && !m_value->isUndoAvailable();
        const bool isEmptyRedo = key->matches(QKeySequence::Redo) && !m_value->isRedoAvailable();
        if (isEmptyUndo || isEmptyRedo) {
            event->ignore();
            return true;
        }
    }
    if (watched == m_value && event->type() == QEvent::FocusOut) {
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            m_value->setCursorPosition(0);
        Q_EMIT focusLeft();
    }
    if (watched == m_value && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT done();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cadastre
