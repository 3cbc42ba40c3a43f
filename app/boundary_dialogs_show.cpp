// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is shown about boundaries in windows of its own, and written into files.
#include "app/boundary_dialogs.h"
#include "app/boundary_report_files.h"
#include "app/boundary_texts.h"
#include "model/export/ddl_contract.h"
#include "model/export/ddl_rollout.h"
#include "model/export/impact_checklist.h"
#include "model/replace_file.h"
#include "widgets/boundary_facts_text.h"
#include "widgets/fact_list_page.h"
#include "widgets/impact_lists.h"
#include "widgets/pages_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace cadastre {

namespace {

/// Markdown where the file ends in .md, with pictures beside it; else HTML with pictures inside.
Result<Nothing> writeReport(const BoundaryState& state, const QString& title, const QString& path,
                            const std::atomic_bool& cancelled)
{
    const ReportFormat format = path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive)
                                    ? ReportFormat::Markdown
                                    : ReportFormat::Html;
    const BoundaryReportSource source{state.catalog,          state.relationships, *state.uses,
                                      state.boundaries,       state.check,         title,
                                      state.minimumConfidence};
    for (const ReportFile& file : boundaryReportFiles(source, format, path, cancelled)) {
        if (const Result<Nothing> written = replaceFile(file.path, file.content); !written)
            return written;
    }
    return Nothing{};
}

/// Why there is no contract to draft for a table.
QString noDraftText(const BoundaryState& state, TableId table)
{
    const Ownership& ownership = state.check.ownership;
    const QString name = state.catalog->displayName(table);
    const auto owner = ownership.boundaryOf(*state.catalog, table);
    if (!owner)
        return BoundaryDialogs::tr("Nobody owns %1: assign it to a boundary first.").arg(name);
    const QString boundary = state.nameOf(*owner);
    switch (ownership.exposures[static_cast<std::size_t>(table.index)].exposure) {
    case Exposure::Contract:
        return BoundaryDialogs::tr("%1 is a contract of %2 already: others may read it as it is.")
            .arg(name, boundary);
    case Exposure::Replica:
        return BoundaryDialogs::tr("%1 is a replica: a contract is published by the owner of the "
                                   "original.")
            .arg(name);
    case Exposure::Private:
        break;
    }
    const auto entry = state.boundaries.entries.find(boundary);
    if (entry != state.boundaries.entries.end() && (entry->second.kind == BoundaryKind::Shared ||
                                                    entry->second.kind == BoundaryKind::External))
        return BoundaryDialogs::tr("%1 belongs to %2, which is shared or external: it publishes no "
                                   "contracts.")
            .arg(name, boundary);
    return BoundaryDialogs::tr("Nobody outside of %2 reads %1: there is nothing to publish.")
        .arg(name, boundary);
}

} // namespace

PagesDialog* BoundaryDialogs::showPages(const QString& title, const QString& headline)
{
    auto* dialog = new PagesDialog(title, headline, m_window);
    connect(dialog, &PagesDialog::saveRequested, this, &BoundaryDialogs::saveText);
    connect(dialog, &PagesDialog::objectActivated, this, &BoundaryDialogs::objectActivated);
    dialog->show();
    return dialog;
}

void BoundaryDialogs::draft(TableId table)
{
    const BoundaryStatePointer state = m_flow->state();
    const auto draft = contractDraft(state->facts(), table);
    const QString name = state->catalog->displayName(table);
    if (!draft) {
        tell(MessageLevel::Info, {noDraftText(*state, table), {}});
        return;
    }
    showScripts(tr("Draft of a contract"),
                tr("What others use of %1, as a view of its own. A text to be copied and reviewed; "
                   "nothing is executed.")
                    .arg(name),
                {{draft->viewName, contractScript(*state->catalog, *draft)}});
}

void BoundaryDialogs::draftAll(const QString& boundary)
{
    const BoundaryStatePointer state = m_flow->state();
    const auto index = state->check.ownership.indexOf(boundary);
    if (!index)
        return;
    std::vector<std::pair<QString, Result<QString>>> scripts;
    for (const ContractDraft& draft : contractDrafts(state->facts(), *index))
        scripts.emplace_back(draft.viewName, contractScript(*state->catalog, draft));
    if (scripts.empty()) {
        tell(MessageLevel::Info,
             {tr("Nobody outside reads private tables of %1: there is nothing to publish.")
                  .arg(boundary),
              {}});
        return;
    }
    showScripts(tr("Drafts of contracts"),
                tr("What others use of private tables of %1, as views. Texts to be copied and "
                   "reviewed; nothing is executed.")
                    .arg(boundary),
                scripts);
}

void BoundaryDialogs::showScripts(const QString& title, const QString& headline,
                                  const std::vector<std::pair<QString, Result<QString>>>& scripts)
{
    PagesDialog* dialog = showPages(title, headline);
    for (const auto& [name, script] : scripts) {
        QString text = script ? *script : script.error().message;
        if (!script && !script.error().detail.isEmpty())
            text += QString(QLatin1Char('\n') % script.error().detail);
        dialog->addText(name, text, name % QStringLiteral(".sql"));
    }
}

void BoundaryDialogs::impact(ObjectRef object)
{
    const BoundaryStatePointer state = m_flow->state();
    const Impact impact = impactOf(state->facts(), object, m_staged.get());
    const QString name = state->catalog->displayName(object);
    const Ripple ripple = rippleOf(*state->catalog, impact);
    PagesDialog* dialog = showPages(
        tr("Impact of a change of %1").arg(name),
        impact.entries.empty() ? tr("Nothing that was read depends on %1.").arg(name)
                               : tr("A change of %1 reaches %2.").arg(name, rippleReach(ripple)));
    dialog->addList(tr("Who depends"))->setContents(impactContents(state, impact));
    dialog->addList(tr("Order"))->setContents(rolloutContents(state, impact));
    dialog->addText(tr("Checklist"),
                    QString::fromUtf8(impactChecklist(*state->catalog, state->boundaries,
                                                      state->check.ownership, impact)),
                    QStringLiteral("impact.md"));
    const Result<QString> script = rolloutScript(*state->catalog, impact, m_staged.get());
    dialog->addText(tr("SQL skeleton"), script ? *script : script.error().message,
                    QStringLiteral("rollout.sql"));
}

void BoundaryDialogs::showMayGo()
{
    const BoundaryStatePointer state = m_flow->state();
    const auto found =
        std::make_shared<const std::vector<MayGo>>(mayGo(state->facts(), m_staged.get()));
    PagesDialog* dialog = showPages(
        tr("May go"),
        tr("%1 that nothing known uses: no contract, view, routine, trigger, index, reference or "
           "foreign role. Programs outside the database cannot be seen; ask before you drop.")
            .arg(tr("%Ln private objects and columns", nullptr, static_cast<int>(found->size()))));
    FactListPage* page = dialog->addList(tr("May go"));
    page->setEmpty(QStringLiteral("check"), tr("Everything is used"),
                   tr("Every private object and column is used by something, or marked @keep."));
    page->setContents(mayGoContents(state, found));
}

void BoundaryDialogs::showNotes()
{
    const Result<QString> text = boundaryCommentFile(*m_flow->state());
    if (!text) {
        tell(MessageLevel::Warning, text.error());
        return;
    }
    if (text->isEmpty()) {
        tell(MessageLevel::Info, {tr("The comments say already who owns what."), {}});
        return;
    }
    const auto& sources = m_flow->state()->catalog->objects().sources;
    QString headline = tr("Comments with @owner, @contract and @replica notes that say what the "
                          "boundaries say. To be copied or saved; nothing is executed.");
    if (std::ranges::any_of(sources, [](const Source& s) { return s.engine == Engine::Sqlite; }))
        headline +=
            QLatin1Char(' ') % tr("SQLite keeps no comments: for its tables this is the "
                                  "text of a comment file, which lies beside the database.");
    showScripts(tr("Owners as comment notes"), headline,
                {{QStringLiteral("owners.comments"), *text}});
}

void BoundaryDialogs::exportReport(const QString& title)
{
    auto* dialog = new QFileDialog(m_window, tr("Export the report"), m_settings->folder(),
                                   tr("HTML with pictures (*.html);;Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QStringLiteral("boundaries.html"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.md")) ? QStringLiteral("md")
                                                                        : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, title](const QString& path) { exportReportTo(title, path); });
    dialog->open();
}

void BoundaryDialogs::exportReportTo(const QString& title, const QString& path)
{
    m_settings->setFolder(QFileInfo(path).path());
    Q_EMIT started(tr("Writing the report…"));
    m_writeJob.start(
        [state = m_flow->state(), title, path](const std::atomic_bool& cancelled) {
            return writeReport(*state, title, path, cancelled);
        },
        [this, path](const Result<Nothing>& result) {
            Q_EMIT ended();
            if (result)
                tell(MessageLevel::Info,
                     {tr("The report is in %1.").arg(QDir::toNativeSeparators(path)), {}});
            else
                tell(MessageLevel::Error, result.error());
        });
}

void BoundaryDialogs::saveText(const QString& text, const QString& fileName)
{
    auto* dialog = new QFileDialog(m_window, tr("Save the text"), m_settings->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(fileName).suffix());
    dialog->selectFile(fileName);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        m_settings->setFolder(QFileInfo(path).path());
        m_writeJob.start(
            [path, text](const std::atomic_bool&) { return replaceFile(path, text.toUtf8()); },
            [this](const Result<Nothing>& result) {
                if (!result)
                    tell(MessageLevel::Error, result.error());
            });
    });
    dialog->open();
}

void BoundaryDialogs::tell(MessageLevel level, const Error& error)
{
    Q_EMIT message({MessageTopic::Boundaries, level, error.message, error.detail, {}});
}

} // namespace cadastre
