// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/note_list.h"

#include "widgets/icons.h"
#include "widgets/note_row.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace cadastre {

QString noteTagHint(const NoteTag& tag)
{
    static const std::array hints{
        std::pair("convention", NoteList::tr("Which naming convention it follows")),
        std::pair("values", NoteList::tr("What its values mean: 0=regular, 1=VIP")),
        std::pair("references", NoteList::tr("Where it points without a foreign key")),
        std::pair("called", NoteList::tr("What it should be called")),
        std::pair("deprecated", NoteList::tr("Not to be used any more, and why")),
        std::pair("null", NoteList::tr("What NULL means here")),
        std::pair("unit", NoteList::tr("The unit of its numbers: cents, kg, seconds")),
        std::pair("format", NoteList::tr("How its texts are written")),
        std::pair("sentinel", NoteList::tr("Values that mean something else: -1=unknown")),
        std::pair("owner", NoteList::tr("The team that owns it")),
        std::pair("keep", NoteList::tr("Not to be dropped, and why")),
        std::pair("pii", NoteList::tr("Personal data, and of which kind")),
        std::pair("see", NoteList::tr("Where to read more")),
        std::pair("contract", NoteList::tr("Published for others, in which version")),
        std::pair("private", NoteList::tr("Only its own boundary may use it")),
        std::pair("replica", NoteList::tr("A copy, and of what")),
    };
    const auto found = std::ranges::find_if(
        hints, [&](const auto& hint) { return tag.name == QLatin1String(hint.first); });
    return found == hints.end() ? QString() : found->second;
}

NoteList::NoteList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_add->setText(tr("Add &note"));
    m_add->setIcon(themedIcon(QStringLiteral("add")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_menu, &QMenu::aboutToShow, this, &NoteList::fillMenu);
}

void NoteList::setView(const CommentView& view)
{
    m_view = view;
}

void NoteList::fillMenu()
{
    m_menu->clear();
    for (const NoteTag& tag : knownNoteTags()) {
        const bool fits = m_view.isColumn ? tag.forColumns : tag.forTables;
        const bool isThere = tag.once && std::ranges::any_of(m_notes, [&](const TagLine& note) {
                                 return note.name == tag.name;
                             });
        if (!fits || isThere)
            continue;
        const QString name = tag.name;
        QAction* action = m_menu->addAction(QStringLiteral("@%1\t%2").arg(name, noteTagHint(tag)),
                                            this, [this, name] { Q_EMIT noteAdded(name); });
        action->setToolTip(noteTagHint(tag));
    }
}

NoteRow* NoteList::makeRow()
{
    auto* row = new NoteRow(this);
    const auto indexOf = [this, row] {
        return static_cast<int>(std::ranges::find(m_rows, row) - m_rows.begin());
    };
    connect(row, &NoteRow::edited, this,
            [this, indexOf](const QString& name, const QString& value) {
                Q_EMIT noteEdited(indexOf(), name, value);
            });
    connect(row, &NoteRow::removed, this, [this, indexOf] { Q_EMIT noteRemoved(indexOf()); });
    connect(row, &NoteRow::focusLeft, this, &NoteList::focusLeft);
    connect(row, &NoteRow::done, this, &NoteList::done);
    return row;
}

void NoteList::setNotes(const std::vector<TagLine>& notes)
{
    m_notes = notes;
    while (m_rows.size() > notes.size()) {
        m_layout->removeWidget(m_rows.back());
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < notes.size()) {
        m_rows.push_back(makeRow());
        m_layout->insertWidget(static_cast<int>(m_rows.size()) - 1, m_rows.back());
    }
    for (std::size_t i = 0; i < notes.size(); ++i) {
        m_rows[i]->showNote(notes[i], m_view);
        m_rows[i]->setReadOnly(m_readOnly);
    }
}

void NoteList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (NoteRow* row : m_rows)
        row->setReadOnly(readOnly);
}

void NoteList::focusRow(int row)
{
    if (row >= 0 && row < static_cast<int>(m_rows.size()))
        m_rows[static_cast<std::size_t>(row)]->valueField()->setFocus(Qt::OtherFocusReason);
}

} // namespace cadastre
