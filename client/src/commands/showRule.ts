import * as vscode from 'vscode';

/** Shows a rule's page, which comes with the extension. */
export async function showRule(
  extensionUri: vscode.Uri,
  { ruleId }: { readonly ruleId: string },
): Promise<void> {
  if (!/^[a-z\d-]+$/.test(ruleId)) return;
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${ruleId}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
