// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Opening, asking and going; what lines say is made in palette_desk_lines.cpp, what is asked in
// palette_desk_index.cpp.
#include "app/palette_desk.h"

#include "app/boundary_desk.h"
#include "app/comment_desk.h"
#include "app/dock_tabs.h"
#include "app/main_window.h"
#include "app/search_flow.h"
#include "app/settings.h"
#include "diagram/canvas.h"
#include "widgets/catalog_panel.h"
#include "widgets/command_palette.h"
#include "widgets/icons.h"
#include "widgets/search_box.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int indexPauseMs = 150;

} // namespace

PaletteDesk::PaletteDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_open(new QAction(themedIcon(QStringLiteral("search")), tr("&Find anything…"), parts.window))
    , m_commandsAction(
          new QAction(themedIcon(QStringLiteral("question")), tr("R&un a command…"), parts.window))
    , m_pause(new QTimer(this))
{
    m_open->setShortcut(QKeySequence(QStringLiteral("Ctrl+K")));
    m_open->setStatusTip(tr("Tables, columns, comments, boundaries, saved views and commands"));
    m_open->setToolTip(
        tr("Tables, columns, comments, boundaries, saved views and commands (Ctrl+K)"));
    m_commandsAction->setStatusTip(tr("Everything that the menus can do, by typing"));
    m_commandsAction->setToolTip(
        tr("Everything that the menus can do, by typing (Ctrl+K, then >)"));
    parts.window->addActions({m_open, m_commandsAction});
    connect(m_open, &QAction::triggered, this, [this] {
        if (m_palette && m_palette->isVisible())
            m_palette->dismiss();
        else
            open();
    });
    connect(m_commandsAction, &QAction::triggered, this, [this] { open(QStringLiteral(">")); });
    m_pause->setSingleShot(true);
    m_pause->setInterval(indexPauseMs);
    connect(m_pause, &QTimer::timeout, this, &PaletteDesk::makeIndex);
    connect(parts.comments, &CommentDesk::namesChanged, this, &PaletteDesk::forgetIndex);
    connect(parts.boundaries->flow(), &BoundaryFlow::checked, this, &PaletteDesk::forgetIndex);
    connect(parts.actions->systemObjects, &QAction::toggled, this, &PaletteDesk::forgetIndex);
}

void PaletteDesk::fillMenus(const WindowMenus& menus)
{
    QAction* first = menus.go->actions().value(0);
    menus.go->insertActions(first, {m_open, m_commandsAction});
    menus.go->insertSeparator(first);
}

void PaletteDesk::fillPanels(const DeskPanels& panels)
{
    m_tree = panels.catalog;
    connect(panels.catalog, &CatalogPanel::filterChanged, this, &PaletteDesk::fadeFiltered);
    for (QWidget* above = panels.catalog; above != nullptr; above = above->parentWidget()) {
        if (auto* dock = qobject_cast<QDockWidget*>(above))
            connect(dock, &QDockWidget::visibilityChanged, this, [this](bool seen) {
                m_treeSeen = seen;
                fadeFiltered();
            });
    }
    if (auto* flow = m_parts.window->findChild<SearchFlow*>()) {
        connect(flow, &SearchFlow::found, this, [this](const std::vector<SearchHit>& hits) {
            m_hits.clear();
            for (const SearchHit& hit : hits)
                m_hits.push_back(hit.object);
        });
    }
    connect(m_parts.window->searchBox(), &SearchBox::hitChosen, this, [this] { m_hits.clear(); });
}

void PaletteDesk::takeFacts(FactsChange /*change*/)
{
    m_hits.clear();
    m_use = PaletteUse(m_parts.settings->paletteUse(place()));
    forgetIndex();
    if (m_palette)
        m_palette->dismiss();
}

void PaletteDesk::takeRelationships()
{
    forgetIndex();
}

void PaletteDesk::leave()
{
    m_indexJob.cancel();
    m_job.cancel();
    m_tree.clear(); // docks tell that they go while what is drawn is gone already
    Desk::leave();
}

CommandPalette* PaletteDesk::palette() const
{
    return m_palette;
}

void PaletteDesk::setUpPalette()
{
    m_palette = new CommandPalette(m_parts.window);
    connect(m_palette, &CommandPalette::textChanged, this, &PaletteDesk::ask);
    connect(m_palette, &CommandPalette::itemPreviewed, this, &PaletteDesk::preview);
    connect(m_palette, &CommandPalette::itemChosen, this, &PaletteDesk::choose);
    connect(m_palette, &CommandPalette::copyAsked, this, &PaletteDesk::copyHits);
    connect(m_palette, &CommandPalette::dismissed, this, &PaletteDesk::putBack);
}

void PaletteDesk::open(const QString& text)
{
    if (!m_palette)
        setUpPalette();
    if (!m_palette->isVisible()) {
        const Canvas* canvas = m_parts.canvas;
        m_before = Before{canvas->viewRect(), canvas->isFitted()};
        m_previewed = false;
    }
    m_commands = paletteCommands(m_parts.window, m_open);
    m_entries = entries();
    m_palette->openWith(text);
}

void PaletteDesk::ask(const QString& text, int cursor)
{
    const bool commands = text.startsWith(QLatin1Char('>'));
    const bool columns = text.startsWith(QLatin1Char('@'));
    if (commands || m_parts.sources->facts().catalog->isEmpty()) {
        m_job.cancel();
        showAnswer(text, {});
        return;
    }
    if (m_index == nullptr) {
        m_palette->showBusy(tr("Reading the names of this database…"));
        return; // asked again when it is there
    }
    PaletteQuestion question{columns ? text.mid(1) : text, cursor - (columns ? 1 : 0), columns, {}};
    for (const QString& name : m_use.names()) {
        if (const auto key = ObjectKey::fromString(name))
            question.used.emplace_back(*key, m_use.weight(name));
    }
    m_job.start([index = m_index,
                 question](const std::atomic_bool&) { return askPalette(index, question); },
                [this, text, columns](PaletteAnswer answer) {
                    answer.completion.start += columns ? 1 : 0;
                    showAnswer(text, answer);
                });
}

void PaletteDesk::previewObject(ObjectRef object)
{
    Canvas* canvas = m_parts.canvas;
    const auto table = tableOf(*m_parts.sources->facts().catalog, object);
    if (!table || m_parts.diagram->isMakingPicture() || canvas->widgetRect(*table).isEmpty())
        return; // nothing of it is in the picture
    const ObjectRef shown = object.kind == ObjectKind::Column ? object : ObjectRef(*table);
    m_previewed = true;
    canvas->setHits({shown});
    canvas->centerOn(shown);
    // beside the palette, not below it
    const QPoint below = canvas->mapFromGlobal(
        m_palette->mapToGlobal(QPoint(m_palette->width() / 2, m_palette->height())));
    const QRect free(0, below.y(), canvas->width(), canvas->height() - below.y());
    const QRect rect = canvas->widgetRect(shown);
    const int wanted = std::max(free.center().y() - rect.height() / 2, below.y() + 24);
    if (below.y() > 0 && rect.top() < wanted)
        canvas->showRect(
            canvas->viewRect().translated(0, -(wanted - rect.top()) / canvas->scale()));
}

void PaletteDesk::preview(const PaletteItem& item)
{
    const Target& target = m_targets[static_cast<std::size_t>(item.id)];
    if (const auto* object = std::get_if<ObjectRef>(&target)) {
        previewObject(*object);
    } else if (const auto* entry = std::get_if<PaletteEntry>(&target); entry && entry->preview) {
        previewEntry(*entry);
    } else if (m_previewed) {
        showAsBefore(); // a command is nowhere
    }
}

void PaletteDesk::previewEntry(const PaletteEntry& entry)
{
    Canvas* canvas = m_parts.canvas;
    const QRectF before = canvas->viewRect();
    m_previewed = true;
    canvas->setHits({});
    entry.preview();
    const QRectF shown = canvas->viewRect();
    const int below =
        canvas->mapFromGlobal(m_palette->mapToGlobal(QPoint(0, m_palette->height()))).y();
    if (shown == before || below <= 0 || below >= canvas->height())
        return;
    const double free = 1.0 - static_cast<double>(below) / canvas->height(); // not covered
    const QSizeF room = shown.size() / free;
    canvas->showRect(
        {{shown.center().x() - room.width() / 2, shown.bottom() - room.height()}, room});
}

void PaletteDesk::showAsBefore()
{
    m_parts.canvas->setHits(m_hits);
    if (m_before->fitted)
        m_parts.canvas->fit();
    else
        m_parts.canvas->showRect(m_before->view);
    m_previewed = false;
}

void PaletteDesk::putBack()
{
    m_job.cancel();
    if (!m_before)
        return;
    if (m_previewed)
        showAsBefore();
    m_before.reset();
}

void PaletteDesk::choose(const PaletteItem& item, bool focus)
{
    m_job.cancel();
    const Target target = m_targets[static_cast<std::size_t>(item.id)];
    m_use.choose(m_names[static_cast<std::size_t>(item.id)]);
    m_parts.settings->setPaletteUse(place(), m_use.lines());
    const auto* object = std::get_if<ObjectRef>(&target);
    if (object == nullptr) {
        putBack();
        if (m_parts.canvas->isVisible()) // what the command is about; it may open something else
            m_parts.canvas->setFocus(Qt::OtherFocusReason);
        if (const auto* command = std::get_if<PaletteCommand>(&target)) {
            if (command->action)
                command->action->trigger();
        } else {
            std::get<PaletteEntry>(target).run();
        }
        return;
    }
    m_before.reset();
    m_hits.clear();
    m_parts.canvas->setHits({});
    m_parts.canvas->setFocus(Qt::OtherFocusReason);
    if (focus && tableOf(*m_parts.sources->facts().catalog, *object))
        m_parts.diagram->focusOn(*object);
    else
        m_parts.diagram->revealInMiddle(*object);
    bringFactsToFront(m_parts.window);
}

} // namespace cadastre
