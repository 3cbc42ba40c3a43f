// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ShareDesk: what leaves the window for other people: copies on the clipboard, pictures, texts and
// documentation as files. What is written lives in share_formats.h and model/export.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "app/share_formats.h"

#include <QImage>
#include <QPointer>

namespace cadastre {

/// What "Copy as" can copy.
enum class CopyKind : std::uint8_t {
    Picture,
    Sql,
    Markdown,
    Mermaid,
    MermaidMarkdown, ///< in a block that GitHub and many wikis draw
    Name,
    Key,
};

/// Whose copies: never one where the other was meant.
enum class CopyScope : std::uint8_t { Selection, Shown };

struct CopyActions
{
    CopyActions(QMainWindow* window, CopyScope scope);
    [[nodiscard]] std::vector<QAction*> all() const;

    QAction* picture;
    QAction* sql;
    QAction* markdown;
    QAction* mermaid;
    QAction* mermaidMarkdown;
    QAction* name;
    QAction* key;
};

class ShareDesk : public Desk
{
    Q_OBJECT
public:
    ShareDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    void takePicture(const DiagramPicture& picture) override;
    void fillObjectMenu(QMenu* menu, ObjectRef object) override;
    void fillTablesMenu(QMenu* menu, const std::vector<TableId>& tables) override;
    void fillCanvasMenu(QMenu* menu) override;
    bool answer(MessageTopic topic, bool other) override;
    void cancel() override;
    void leave() override;

    /// Of these tables; of what is shown when there are none.
    void copy(CopyKind kind, const std::vector<TableId>& tables);
    /// Asks what and how; `boundary` is offered first, then what is selected, then what is shown.
    void openDialog(const QString& ending, const QString& boundary = {});
    /// Null while it is not open.
    [[nodiscard]] ExportDialog* dialog() const { return m_dialog; }
    /// Of the selected tables; says so where none is.
    [[nodiscard]] const CopyActions& copies() const { return m_copies; }
    /// Of what is shown, whatever is selected.
    [[nodiscard]] const CopyActions& shownCopies() const { return m_shownCopies; }
    [[nodiscard]] QAction* documentAction() const { return m_document; }
    [[nodiscard]] bool isBusy() const { return m_copyJob.isRunning() || m_writeJob.isRunning(); }

Q_SIGNALS:
    /// The clipboard has it.
    void copied(const QString& what);
    void exported(const QString& path);

private:
    struct Copied
    {
        QString text;
        QImage image;
        std::optional<Error> error;
    };
    /// What a scope of the dialog stands for.
    struct Scope
    {
        ExportScopeEntry entry;
        std::optional<std::vector<TableId>> tables;
        QString boundary;
        bool isShown = false;
    };

    static Copied made(CopyKind kind, const SharedRequest& request,
                       const std::atomic_bool& cancelled);
    void connectCopies(const CopyActions& copies, CopyScope scope);
    void tellScopes();
    void takeCopied(CopyKind kind, const Copied& copied, int tables);
    void setOpen(bool isOpen);
    /// `drawn`: of pictures and diagrams; `written`: of lists and statements. What is shown where
    /// there are none.
    void fillCopyMenu(QMenu* menu, const QString& title, const std::vector<TableId>& drawn,
                      const std::vector<TableId>& written, std::optional<ObjectRef> object);
    [[nodiscard]] QString countOf(const std::vector<TableId>& tables) const;
    void fillBoundaryMenu(QMenu* menu, const QString& boundary);
    /// The tables of a boundary; none while boundaries are worked out.
    [[nodiscard]] std::vector<TableId> tablesOf(const QString& boundary) const;
    /// These, and those of others that are linked with them.
    [[nodiscard]] std::vector<TableId> tablesAround(const QString& boundary) const;
    [[nodiscard]] std::vector<Scope> scopes() const;
    [[nodiscard]] SharedRequest request(std::optional<std::vector<TableId>> tables) const;
    [[nodiscard]] std::vector<TableId> shownTables() const;
    [[nodiscard]] QString titleOf(const Scope& scope) const;
    void askPlace(const Scope& scope, const ExportChoice& choice);
    void write(const Scope& scope, const ExportChoice& choice, const QString& path);
    void takeWritten(const Result<ShareResult>& result, const QString& path);
    void openWritten(bool folder) const;

    DeskParts m_parts;
    CopyActions m_copies;
    CopyActions m_shownCopies;
    QMenu* m_selectionMenu = nullptr;
    QMenu* m_shownMenu = nullptr;
    QAction* m_document;
    QMenu* m_boundaryMenu = nullptr;
    QPointer<ExportDialog> m_dialog;
    QString m_lastPath; ///< that the message offers to open
    NewestJob<Copied> m_copyJob;
    NewestJob<Result<ShareResult>> m_writeJob;
};

} // namespace cadastre
