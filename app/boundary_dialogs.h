// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// BoundaryDialogs: what is asked of a person about boundaries and what is shown in windows of its
// own: proposals, imports, names, contracts, impact, what may go, notes, the report. Nothing here
// is ever executed on a database.
#pragma once

#include "app/boundary_flow.h"
#include "app/settings.h"
#include "model/boundaries/suggest.h"

class QWidget;

namespace cadastre {

class PagesDialog;

class BoundaryDialogs : public QObject
{
    Q_OBJECT
public:
    BoundaryDialogs(QWidget* window, BoundaryFlow* flow, Settings* settings);

    /// Looks for boundaries and shows them.
    void suggest();
    void importOwners();
    /// The same of a file that was chosen.
    void importFile(const QString& path);
    /// A new boundary of these tables, which may be none; asks for its name.
    void make(const std::vector<TableId>& tables);
    /// Publishes these as contracts; asks for the version.
    void publish(const std::vector<TableId>& tables);
    /// Asks which one the boundary becomes a part of.
    void merge(const QString& boundary);
    /// A flow of these tables; asks for its name.
    void makeFlow(const std::vector<TableId>& tables);
    void draft(TableId table);
    void draftAll(const QString& boundary);
    void impact(ObjectRef object);
    void showMayGo();
    /// Notes that are only staged count where something would be dropped.
    void setStaged(std::shared_ptr<const CommentedCatalog> staged) { m_staged = std::move(staged); }
    void showNotes();
    /// Asks for a file; `title` is that of the workspace.
    void exportReport(const QString& title);
    void exportReportTo(const QString& title, const QString& path);

Q_SIGNALS:
    void objectActivated(cadastre::ObjectRef object);
    void message(const cadastre::Message& message);
    void boundaryMade(const QString& name);
    void started(const QString& what);
    void ended();

private:
    void makeNamed(const std::vector<TableId>& tables, const QString& name, const QString& owner);
    void askName(const QString& title, const QString& label, const QString& text,
                 const std::function<void(const QString&)>& take);
    void showImport(const QString& path, const Result<QByteArray>& bytes);
    PagesDialog* showPages(const QString& title, const QString& headline);
    void showScripts(const QString& title, const QString& headline,
                     const std::vector<std::pair<QString, Result<QString>>>& scripts);
    void saveText(const QString& text, const QString& fileName);
    void tell(MessageLevel level, const Error& error);

    QWidget* m_window;
    BoundaryFlow* m_flow;
    Settings* m_settings;
    std::shared_ptr<const CommentedCatalog> m_staged;
    NewestJob<std::vector<ProposedBoundary>> m_suggestJob;
    NewestJob<Result<QByteArray>> m_readJob;
    NewestJob<Result<Nothing>> m_writeJob;
};

} // namespace cadastre
