// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/changes_desk.h"

#include "app/comment_desk.h"
#include "app/main_window.h"
#include "app/pending_desk.h"
#include "app/settings.h"
#include "diagram/canvas.h"
#include "diagram/change_marks.h"
#include "widgets/changes_panel.h"
#include "widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

namespace cadastre {

namespace {

constexpr int statusMessageMs = 6000;

} // namespace

ChangesDesk::ChangesDesk(const DeskParts& parts, QObject* parent)
    : Desk(parent)
    , m_parts(parts)
    , m_flow(new ChangesFlow(parts.sources, this))
    , m_openFlow(new OpenFlow(parts.window, parts.sources, parts.settings))
    , m_showAction(makeAction("refresh", tr("&What changed"), "F6",
                              tr("What changed since the last refresh or the last time")))
    , m_compareAction(makeAction("contract", tr("&Compare with another database…"), "",
                                 tr("What differs from a snapshot or another database")))
    , m_snapshotAction(makeAction("save", tr("Save a s&napshot…"), "",
                                  tr("The structure as it is now, to be compared or opened later")))
{
    connect(m_showAction, &QAction::triggered, this, &ChangesDesk::showPanel);
    connect(m_compareAction, &QAction::triggered, this, &ChangesDesk::chooseOther);
    connect(m_snapshotAction, &QAction::triggered, this, &ChangesDesk::saveSnapshot);
    connect(m_flow, &ChangesFlow::changed, this, &ChangesDesk::takeChanges);
    connect(m_parts.comments->pending()->flow(), &ApplyFlow::reported, this,
            [this](const ApplyReport& report) { m_own.take(report); });
    connect(m_flow, &ChangesFlow::busyChanged, this, &ChangesDesk::showBusy);
    connect(m_flow, &ChangesFlow::failed, this, &ChangesDesk::tellProblem);
    connect(m_openFlow, &OpenFlow::opened, this, &ChangesDesk::compareWithRequest);
    connect(m_openFlow, &OpenFlow::message, this, &Desk::message);
    connect(m_openFlow, &OpenFlow::workspaceChosen, this, [this] {
        tellProblem(
            {tr("A workspace cannot be compared as a whole: choose one of its databases."), {}});
    });
}

QAction* ChangesDesk::makeAction(const char* icon, const QString& text, const char* shortcut,
                                 const QString& hint)
{
    const QKeySequence keys(QString::fromLatin1(shortcut));
    auto* action = new QAction(themedIcon(QString::fromLatin1(icon)), text, m_parts.window);
    action->setShortcut(keys);
    action->setStatusTip(hint);
    action->setToolTip(keys.isEmpty() ? hint
                                      : QStringLiteral("%1 (%2)").arg(
                                            hint, keys.toString(QKeySequence::NativeText)));
    action->setEnabled(false);
    m_parts.window->addAction(action);
    return action;
}

void ChangesDesk::fillMenus(const WindowMenus& menus)
{
    menus.go->addSeparator();
    menus.go->addAction(m_showAction);
    menus.go->addAction(m_compareAction);
    m_recent = menus.go->addMenu(tr("Compare with &recent"));
    m_recent->setToolTipsVisible(true);
    connect(m_recent, &QMenu::aboutToShow, this, [this] { fillRecentMenu(m_recent); });
    menus.share->addAction(m_snapshotAction);
}

void ChangesDesk::setUpDocks(const DeskDocks& docks)
{
    m_dock = new QDockWidget(tr("What changed"), m_parts.window);
    m_dock->setObjectName(QStringLiteral("changesDock"));
    m_parts.window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_parts.window->tabifyDockWidget(docks.right, m_dock);
    docks.panelsMenu->addAction(m_dock->toggleViewAction());
}

std::vector<QDockWidget*> ChangesDesk::docks() const
{
    return m_dock == nullptr ? std::vector<QDockWidget*>() : std::vector{m_dock};
}

void ChangesDesk::fillPanels(const DeskPanels& panels)
{
    Q_UNUSED(panels)
    m_panel = new ChangesPanel(m_dock);
    m_dock->setWidget(m_panel);
    connect(m_panel, &ChangesPanel::objectActivated, this, [this](ObjectRef object) {
        if (m_flow->state()->after == m_parts.sources->facts().catalog)
            m_parts.diagram->reveal(object);
    });
    connect(m_panel, &ChangesPanel::baselineChosen, m_flow,
            qOverload<int>(&ChangesFlow::compareWith));
    connect(m_panel, &ChangesPanel::otherBaselineRequested, this, [this] {
        m_panel->setBaselines(m_flow->baselines(), m_flow->baseline(),
                              m_flow->canForget()); // until it is read
        chooseOther();
    });
    connect(m_panel, &ChangesPanel::forgetRequested, this, &ChangesDesk::askForget);
    connect(m_panel, &ChangesPanel::goneActivated, this, &ChangesDesk::showGone);
    connect(m_panel, &ChangesPanel::takeOverRequested, m_flow, &ChangesFlow::takeOver);
    connect(m_panel, &ChangesPanel::notTheSameRequested, m_flow, &ChangesFlow::setApart);
    connect(m_panel, &ChangesPanel::copyRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_flow->markdown()); });
    connect(m_panel, &ChangesPanel::dismissRequested, this, &ChangesDesk::dismiss);
    m_panel->setState(m_flow->state());
    m_panel->setBaselines(m_flow->baselines(), m_flow->baseline(), m_flow->canForget());
}

void ChangesDesk::takeFacts(FactsChange change)
{
    m_flow->takeFacts(change);
    const bool isOpen = !m_parts.sources->sources().empty();
    for (QAction* action : {m_showAction, m_compareAction, m_snapshotAction})
        action->setEnabled(isOpen);
}

void ChangesDesk::takeChanges(ChangesReason reason)
{
    m_news = m_own.news(m_flow->state()->difference);
    if (m_panel != nullptr) {
        m_panel->setState(m_flow->state());
        m_panel->setBaselines(m_flow->baselines(), m_flow->baseline(), m_flow->canForget());
    }
    showMarks();
    tell(reason);
}

/// In a few words, with the way to all of it.
void ChangesDesk::tell(ChangesReason reason)
{
    const ChangesState& state = *m_flow->state();
    if (reason == ChangesReason::Asked && state.isThere())
        return;
    m_parts.window->messageBar()->clearTopic(MessageTopic::Difference);
    if (!state.isThere())
        return;
    if (m_news.isEmpty() && !state.difference.isEmpty())
        return; // who wrote it knows
    if (state.difference.isEmpty()) {
        m_parts.window->statusBar()->showMessage(tr("Nothing changed since %1.").arg(state.since),
                                                 statusMessageMs);
        return;
    }
    QString text = tr("%1 since %2.").arg(countsText(m_news.counts()), state.since);
    if (const int breaking = m_news.countOf(ChangeSeverity::Breaking))
        text += tr(" %Ln may break readers or writers.", nullptr, breaking);
    Q_EMIT message({MessageTopic::Difference, MessageLevel::Info, text, {}, tr("&Show")});
}

void ChangesDesk::showMarks()
{
    const ChangesState& state = *m_flow->state();
    m_parts.canvas->setChanges(
        state.isThere() && !m_news.isEmpty() ? changeMarks(state.after, m_news) : nullptr);
}

void ChangesDesk::showBusy()
{
    if (m_panel != nullptr)
        m_panel->setBusy(m_flow->isBusy());
    if (m_isReading && !m_flow->isBusy()) {
        m_isReading = false;
        Q_EMIT ended();
    }
}

void ChangesDesk::dismiss()
{
    m_flow->markSeen();
    m_parts.canvas->setChanges(nullptr);
    m_parts.window->messageBar()->clearTopic(MessageTopic::Difference);
}

void ChangesDesk::showPanel()
{
    if (m_dock == nullptr)
        return;
    m_dock->show();
    m_dock->raise();
    if (m_panel != nullptr)
        m_panel->focusList();
}

/// Where the table was in the diagram, as far as that is known; what it was stands in the panel.
void ChangesDesk::showGone(int change)
{
    constexpr QPointF middle(110, 80); // of a table, about
    const ChangesState& state = *m_flow->state();
    const ObjectChange& gone = state.difference.changes[static_cast<std::size_t>(change)];
    const QStringList& parts = gone.key.parts;
    const bool isInTable = gone.kind == ObjectKind::Table || parts.size() > 2;
    const Placements& places = m_parts.diagram->placements();
    const auto place =
        places.tables.constFind(ObjectKey{gone.key.source, KeyKind::Table, parts.mid(0, 2), {}});
    const bool isKnown = isInTable && !state.isOtherDatabase && place != places.tables.cend() &&
                         state.after == m_parts.sources->facts().catalog &&
                         !m_parts.diagram->isMakingPicture();
    if (isKnown) {
        const QPoint group = places.groups.value(place->group.section(QStringLiteral(" / "), 0, 0));
        QRectF view(QPointF(),
                    QSizeF(m_parts.canvas->size()) / std::clamp(m_parts.canvas->scale(), 0.5, 1.0));
        view.moveCenter(QPointF(group + place->position) + middle);
        m_parts.canvas->showRect(view);
    }
    const QString text =
        state.isOtherDatabase ? tr("%1 is only in %2; what it is there stands below the list.")
        : isKnown             ? tr("%1 was here. It is gone since %2; what it was stands below the "
                                               "list.")
                              : tr("%1 is gone since %2; what it was stands below the list.");
    m_parts.window->statusBar()->showMessage(text.arg(gone.name, state.since));
}

void ChangesDesk::askForget()
{
    m_panel->setBaselines(m_flow->baselines(), m_flow->baseline(), m_flow->canForget());
    auto* box = new QMessageBox(QMessageBox::Question, tr("Forget earlier states"),
                                tr("Forget what the open databases looked like before?"),
                                QMessageBox::NoButton, m_parts.window);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("How they look now stays, so that next time you see what changed. Places, decisions and "
           "comments are kept elsewhere and stay, too. What is forgotten cannot be brought back."));
    const QPushButton* forget = box->addButton(tr("&Forget"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(forget, &QPushButton::clicked, m_flow, &ChangesFlow::forgetEarlier);
    box->open();
}

bool ChangesDesk::answer(MessageTopic topic, bool other)
{
    Q_UNUSED(other)
    if (topic != MessageTopic::Difference)
        return false;
    showPanel();
    return true;
}

void ChangesDesk::cancel()
{
    m_flow->cancel();
}

void ChangesDesk::leave()
{
    m_flow->cancel();
    m_flow->disconnect(this);
}

} // namespace cadastre
