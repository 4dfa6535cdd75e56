-- Attaches a language server to the file that was opened, prints its diagnostics as JSON on standard output, and
-- quits, or stays where it is told to. For Neovim 0.7, which has no more of a client than this.
local server = vim.fn.json_decode(vim.env.NEOVIM_SERVER)

local function answer(text)
  io.stdout:write(vim.fn.json_encode(text) .. '\n')
  io.stdout:flush()
end

local function list()
  local client_id = vim.lsp.start_client({
    name = 'production-blockers',
    cmd = server,
    root_dir = vim.fn.getcwd(),
    workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = 'workspace' } },
  })
  if not client_id then return { error = 'The server could not be started.' } end
  vim.lsp.buf_attach_client(0, client_id)
  local function listed() return #vim.diagnostic.get(0) > 0 end
  if not vim.wait(15000, listed, 50) then return { error = 'No diagnostics came within 15 s.' } end
  local diagnostics = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(diagnostics, {
      code = each.code,
      line = each.lnum,
      column = each.col,
      severity = each.severity,
      source = each.source,
      message = each.message,
    })
  end
  return { diagnostics = diagnostics, server = vim.lsp.get_client_by_id(client_id).rpc.pid }
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    local worked, result = pcall(list)
    answer(worked and result or { error = result })
    if not vim.env.NEOVIM_STAYS then vim.cmd('qall!') end
  end,
})
