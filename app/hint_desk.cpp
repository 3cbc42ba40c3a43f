// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/hint_desk.h"

#include "app/main_window.h"
#include "app/palette_desk.h"
#include "diagram/canvas.h"
#include "widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace cadastre {

HintDesk::HintDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_window(parts.window)
    , m_settings(parts.settings)
    , m_actions(parts.actions)
    , m_later(new QTimer(this))
    , m_again(new QAction(themedIcon(QStringLiteral("hint")), tr("Show &hints again"), m_window))
{
    const QString tip = tr("The hints of the first run, one at a time, from the beginning");
    m_again->setToolTip(tip);
    m_again->setStatusTip(tip);
    m_window->addAction(m_again);
    // the picture must not move between the two clicks of a double click
    m_later->setSingleShot(true);
    m_later->setInterval(2 * QApplication::doubleClickInterval());
    connect(m_later, &QTimer::timeout, this, [this] {
        if (QApplication::mouseButtons() != Qt::NoButton)
            m_later->start(); // nor under what is being dragged
        else
            offer(m_moment);
    });
    connect(m_again, &QAction::triggered, this, [this] {
        m_settings->forgetSeenHints();
        offer(HintMoment::PictureShown);
    });
    connect(parts.canvas, &Canvas::objectActivated, this,
            [this] { finish(QStringLiteral("neighbourhood")); });
    connect(m_window->messageBar(), &MessageBar::dismissed, this, [this](MessageTopic topic) {
        if (topic == MessageTopic::Hint)
            finish(m_shown);
    });
}

/// After all desks were made: what the hints teach may be theirs.
void HintDesk::setUpDocks(const DeskDocks& /*docks*/)
{
    const auto* palette = m_window->findChild<PaletteDesk*>();
    fillHints(palette != nullptr ? palette->openAction() : m_actions->find);
    for (const Hint& hint : m_hints) {
        connect(hint.action, &QAction::triggered, this, [this, name = hint.name] { finish(name); });
    }
}

void HintDesk::fillHints(QAction* search)
{
    const WindowActions& actions = *m_actions;
    const auto keysOf = [](const QAction* action) {
        return action->shortcuts().isEmpty()
                   ? QString()
                   : action->shortcuts().constLast().toString(QKeySequence::NativeText);
    };
    m_hints = {
        {QStringLiteral("search"), HintMoment::PictureShown,
         tr("%1 finds anything: tables, columns, words of comments, commands.").arg(keysOf(search)),
         search},
        {QStringLiteral("neighbourhood"), HintMoment::TableSelected,
         tr("Double click a table, or press Enter on it, to see only its neighbourhood; %1 shows "
            "everything again.")
             .arg(keysOf(actions.showAll)),
         actions.focusSelection},
        {QStringLiteral("relationships"), HintMoment::LinesShown,
         tr("Dashed lines are relationships that nobody declared. %1 opens the list where you "
            "confirm or reject them.")
             .arg(keysOf(actions.review)),
         actions.review},
        {QStringLiteral("keys"), HintMoment::ColumnSelected,
         tr("%1 lists every key, and what the mouse does in the diagram.")
             .arg(keysOf(actions.shortcuts)),
         actions.shortcuts},
    };
}

void HintDesk::fillMenus(const WindowMenus& menus)
{
    menus.help->addAction(m_again);
}

void HintDesk::takePicture(const DiagramPicture& picture)
{
    if (!picture.graph || picture.graph->nodes.empty()) {
        takeAway();
        return;
    }
    offer(HintMoment::PictureShown);
    const auto& all = *picture.graph->relationships;
    if (std::ranges::find(all, RelationshipOrigin::Inferred, &Relationship::origin) != all.end())
        offer(HintMoment::LinesShown);
}

void HintDesk::takeSelection(std::optional<ObjectRef> object)
{
    if (!object) {
        m_later->stop();
        return;
    }
    m_moment =
        object->kind == ObjectKind::Column ? HintMoment::ColumnSelected : HintMoment::TableSelected;
    m_later->start();
}

/// Only where nothing else is said.
void HintDesk::offer(HintMoment moment)
{
    if (!m_settings->showsHints() || !m_shown.isEmpty() ||
        !m_window->messageBar()->messages().empty())
        return;
    const QStringList seen = m_settings->seenHints();
    const auto hint = std::ranges::find_if(
        m_hints, [&](const Hint& one) { return one.moment == moment && !seen.contains(one.name); });
    if (hint == m_hints.end())
        return;
    m_shown = hint->name;
    Q_EMIT message({MessageTopic::Hint,
                    MessageLevel::Info,
                    hint->text,
                    {},
                    tr("&Got it"),
                    tr("&No more hints")});
}

/// Once known, never shown again.
void HintDesk::finish(const QString& name)
{
    if (name.isEmpty())
        return;
    m_settings->addSeenHint(name);
    if (m_shown == name)
        takeAway();
}

void HintDesk::takeAway()
{
    if (m_shown.isEmpty())
        return;
    m_shown.clear();
    m_window->messageBar()->clearTopic(MessageTopic::Hint);
}

bool HintDesk::answer(MessageTopic topic, bool other)
{
    if (topic != MessageTopic::Hint)
        return false;
    if (other)
        std::ranges::for_each(m_hints, [this](const Hint& hint) { finish(hint.name); });
    finish(m_shown);
    return true;
}

} // namespace cadastre
